using System.CommandLine;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

internal static class RunCommand
{
    private static readonly Argument<string> File = new("file") { Description = "The spec of a backtest, a study or a training, such as BacktestResult.Spec.Save writes, or the manifest of a saved backtest or study." };

    public static Command Create()
    {
        var command = new Command(
            "run",
            "Run the spec in a file. The data folder must have exactly the candles that it names. The same file gives the same result hash on any machine. " +
            "A study continues in --studies, a model is registered in --models. " +
            "Exit code: 0 it ran, 1 it failed while it ran, 2 wrong usage, candles that differ, or a strategy that is code and not in a file, 130 cancelled with Ctrl+C.")
        {
            File, StudyArguments.Folder, ModelArguments.Folder,
        };
        foreach (Option option in BacktestCommand.Outputs)
            command.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => RunAsync(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string path = parsed.GetRequiredValue(File), data = parsed.GetRequiredValue(BacktestCommand.Data);
        string text = System.IO.File.ReadAllText(path);
        if (SpecText.IsOf(text, "TradeBot training"))
            return TrainCommand.RunAsync(TrainingSpec.Parse(text, path), data, parsed, cancellationToken);

        var feeds = new StoredFeeds(CandleStore.Open(data));
        if (SpecText.IsOf(text, "TradeBot study"))
        {
            StudySpec study = SpecText.IsManifest(text) ? StudyManifest.Parse(text, path).Spec : StudySpec.Parse(text, path);
            return Task.FromResult(OptimizeCommand.Run(
                study, [.. study.Backtest.AllData.Select(feeds.Load)], new StudyFolder(parsed.GetRequiredValue(StudyArguments.Folder)), data, parsed, cancellationToken));
        }

        BacktestSpec spec = SpecText.IsManifest(text) ? RunManifest.Parse(text, path).Spec : BacktestSpec.Parse(text, path);
        return spec.WhyNotRepeatable is string reason
            ? throw new ArgumentException($"{path}: {reason}")
            : Task.FromResult(BacktestCommand.Run(_ => (spec, [.. spec.AllData.Select(feeds.Load)]), parsed, cancellationToken));
    }
}
