using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Reporting;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>What the report commands share: where reports go, and what is known about the search behind a result.</summary>
internal static class ReportArguments
{
    public static Option<string[]> Out { get; } = new("--out")
    {
        Description = "The file to write; its extension determines the format: .html (one self-contained page), .md, .json or .csv. May be given several times. Without it the report is printed as text.",
        HelpName = "file",
        DefaultValueFactory = _ => [],
    };

    public static Option<string> Data { get; } = DataArguments.Data("Folder of the candles, which also has their trial ledger and the register of holdouts.");

    /// <summary>Writes the report to the files that were named, or prints it.</summary>
    public static int Write(Report report, ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        string[] files = parsed.GetValue(Out) ?? [];
        foreach (string file in files)
        {
            report.Save(file);
            new DataPrinter(output).Line($"written   {file}");
        }

        if (files.Length == 0)
            output.Write(report.ToText());
        return ExitCode.Success;
    }

    /// <summary>The trials on some candles and their holdout, as the data folder records them.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="data">The candles that were used; the whole series of the store that they are a part of is meant too.</param>
    /// <param name="place">Where the trial ledger is; null for the default.</param>
    public static SearchHistory HistoryOf(string folder, IReadOnlyList<DataManifest> data, string? place)
    {
        string register = Path.Combine(folder, OptimizeCommand.HoldoutFile);
        HashSet<string> used = [.. data.Select(d => d.ContentHash)];
        using var ledger = TrialLedger.Beside(folder, place);
        return new SearchHistory
        {
            TrialsOnData = ledger is null ? null : used.SelectMany(ledger.EntriesOn).Select(e => (e.Study, e.Parameters)).Distinct().Count(),
            HoldoutOpenings = File.Exists(register)
                ? [.. used.Union(WholesOf(folder, data)).SelectMany(hash => Holdout.OpeningsIn(register, hash)).OrderBy(o => o.Time)]
                : null,
        };
    }

    /// <summary>The candles of the store that a run saw, cut to its period.</summary>
    public static IEnumerable<CandleSeries> CandlesOf(string folder, IReadOnlyList<DataManifest> data)
    {
        if (!Directory.Exists(folder))
            yield break;

        var feeds = new StoredFeeds(CandleStore.Open(folder));
        foreach (DataManifest one in data)
        {
            var timeframe = Timeframe.Parse(one.Timeframe);
            if (feeds.Holds(one.Symbol, timeframe) && feeds.Load(new CandleFeed(one.Symbol, timeframe), null, null).Between(one.From, one.To) is { Count: > 0 } part)
                yield return part;
        }
    }

    private static IEnumerable<string> WholesOf(string folder, IReadOnlyList<DataManifest> data) =>
        CandlesOf(folder, [.. data.Select(d => d with { From = DateTime.MinValue, To = DateTime.MaxValue })]).Select(series => series.ContentHash);
}
