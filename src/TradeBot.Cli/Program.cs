using TradeBot.Cli;
using TradeBot.Notebooks;

return args is [WorkerStart.Verb, string pipe]
    ? await NotebookWorker.RunAsync(pipe) // before anything else is loaded: a notebook waits for this process
    : await CommandLine.RunAsync(args, Console.Out, Console.Error);
