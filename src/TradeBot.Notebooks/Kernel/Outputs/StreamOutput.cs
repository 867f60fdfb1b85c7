namespace TradeBot.Notebooks;

/// <summary>Text written to the console.</summary>
/// <param name="Stream">Standard output or error.</param>
/// <param name="Text">What one call wrote; a line may come in several pieces.</param>
public sealed record StreamOutput(StreamKind Stream, string Text) : CellOutput
{
    /// <summary>True for text that came by a descriptor of the process, as from a child process: the last words of a process that dies do, too.</summary>
    internal bool IsRaw { get; init; }
}
