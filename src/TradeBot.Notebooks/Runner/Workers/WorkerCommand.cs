namespace TradeBot.Notebooks;

/// <summary>How to start a process that runs one notebook's cells: it must call <see cref="NotebookWorker.RunAsync"/>.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">What comes before the pipe's name, which is appended.</param>
public sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments);
