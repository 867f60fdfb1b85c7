using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>Several backtests in one table, with their equity.</summary>
public static class BacktestTableReport
{
    private const int MostLines = 6;

    /// <summary>One row per run, in the given order.</summary>
    public static Report Create(IReadOnlyList<BacktestResult> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        Report report = Report.Titled("Backtests");
        if (runs.Count == 0)
            return report.Prose("There is no run.");

        report = Short(report, runs).Table(Rows(runs)).Chart(Equity(runs));
        string[] hashes = [.. runs.Select(run => string.Join(' ', run.Manifest.Data.Select(data => data.ContentHash))).Distinct()];
        return hashes.Length == 1 ? report : report.Warning("The runs have different candles: their figures cannot be compared.");
    }

    private static Report Short(Report report, IReadOnlyList<BacktestResult> runs)
    {
        FigureNotes shortest = runs.Select(run => FigureNotes.Of(run.Performance)).MinBy(notes => notes.Returns)!;
        return shortest.IsShort ? report.Warning($"The risk figures are computed from as few as {shortest.Sample}: they are a rough guide.") : report;
    }

    /// <summary>The equity of each run, as multiples of its cash; of many, the first six.</summary>
    public static Chart Equity(IReadOnlyList<BacktestResult> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var chart = new Chart();
        foreach (BacktestResult run in runs.Take(MostLines))
            chart = chart.AddLine(run.Equity.Times, Array.ConvertAll(run.Equity.Values.ToArray(), value => value / run.Equity.Initial), run.Strategy);
        return chart.WithTitle("Equity", runs.Count > MostLines ? $"The first {MostLines} of {runs.Count} runs." : "").WithYAxis("Equity, as a multiple of the cash");
    }

    private static Table Rows(IEnumerable<BacktestResult> runs) => Table.Of(runs)
        .Column("Strategy", r => r.Strategy)
        .Column("Return", r => r.Performance.TotalReturn, ValueFormat.Percent())
        .Column("Sharpe", r => r.Performance.Sharpe, ValueFormat.Number(2), "annualised", "the returns never changed, or there are fewer than 2")
        .Column("Better than chance", r => r.Performance.Risk.ProbabilisticSharpe, ValueFormat.Percent(1), unknown: "the Sharpe ratio is undefined")
        .Column("Max drawdown", r => r.Performance.MaxDrawdown, ValueFormat.Percent())
        .Column("Trades", r => r.Trades.Count)
        .Column("Won", r => r.Performance.WinRate, ValueFormat.Percent(0), unknown: "there was no trade")
        .Column("Time in market", r => r.Performance.TimeInMarket, ValueFormat.Percent(0))
        .Column("Costs", r => r.Costs.Total, ValueFormat.Number(2))
        .Build()
        .WithNote("Choosing the best of several runs is a search: each is a trial.");
}
