using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class RunCommand
{
    private static readonly Argument<string> File = new("file") { Description = "A run as data, such as BacktestResult.Spec.Save wrote it." };

    public static Command Create()
    {
        var command = new Command(
            "run",
            "Run what a file names: the candles are found in the data folder and must be the very ones. The same file gives the same result hash on any machine. " +
            "Exit code: 0 it ran, 1 the strategy failed while it ran, 2 wrong usage, other candles, or code that no file names, 130 cancelled with Ctrl+C.")
        {
            File,
        };
        foreach (Option option in BacktestCommand.Outputs)
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string path = parsed.GetRequiredValue(File);
        var spec = BacktestSpec.Load(path);
        if (spec.WhyNotRepeatable is string reason)
            throw new ArgumentException($"{path}: {reason}");
        var feeds = new StoredFeeds(CandleStore.Open(parsed.GetRequiredValue(BacktestCommand.Data)));
        return BacktestCommand.Run(_ => (spec, [.. spec.Data.Concat(spec.Finer).Select(feeds.Load)]), parsed, cancellationToken);
    }
}
