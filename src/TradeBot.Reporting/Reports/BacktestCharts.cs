using System.Globalization;

using TradeBot.MarketData;
using TradeBot.Trading;
using TradeBot.Trading.Performance;

namespace TradeBot.Reporting;

/// <summary>The charts of a backtest.</summary>
public static class BacktestCharts
{
    /// <summary>Equity beside buying and holding, over drawdown and exposure, with gaps in the data shaded.</summary>
    public static Chart Equity(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Equity(result.Equity, result.Series, HoldingBenchmark.Of(result.Series, result.Options.Benchmark));
    }

    /// <summary>Equity over drawdown and exposure; where the candles are known, beside buying and holding and with gaps in the data shaded.</summary>
    public static Chart Equity(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Equity(result.Equity, result.Series, HoldingOf(result));
    }

    /// <summary>An equity curve over its drawdown and exposure.</summary>
    public static Chart Equity(EquityCurve equity)
    {
        ArgumentNullException.ThrowIfNull(equity);
        return Equity(equity, [], holding: null);
    }

    /// <summary>Equity with its deepest declines shaded, each with its depth and how long it took to come back.</summary>
    /// <param name="result">The run.</param>
    /// <param name="count">How many declines at most, at least 1.</param>
    public static Chart Declines(BacktestRecord result, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        EquityCurve equity = result.Equity;
        Chart chart = Chart.Line(equity.Times, equity.Values, "Equity").WithTitle("The deepest declines").WithYAxis("Equity", "quote currency");
        foreach (Decline decline in Decline.DeepestOf(equity, count))
        {
            chart = chart.Shade(decline.Peak, decline.End, "Below a peak")
                .Annotate(decline.Trough, decline.Lowest, $"{ValueFormat.Percent(1).Format(decline.Depth)}, {Length(decline)}");
        }

        return chart;
    }

    /// <summary>The return of each day as a calendar, or of each month where the run lasted longer than about a year.</summary>
    public static Chart Calendar(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        const int MostDays = 380;
        DateTime[] days = DaysOf(result.Equity.Times);
        if (days.Length > 0 && (days[^1] - days[0]).TotalDays <= MostDays && result.PeriodReturns.Length == days.Length)
            return Chart.Calendar(days, result.PeriodReturns, "Return").WithTitle("Return by day", "UTC, after costs; a column is a week.");

        int[] years = [.. result.Months.Select(m => m.Year).Distinct()];
        double[,] grid = new double[years.Length, 12];
        for (int row = 0; row < years.Length; row++)
        {
            for (int month = 0; month < 12; month++)
                grid[row, month] = result.Months.Where(m => m.Year == years[row] && m.Month == month + 1).Select(m => m.Return).FirstOrDefault(double.NaN);
        }

        string[] months = [.. Enumerable.Range(1, 12).Select(CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName)];
        string[] rows = [.. years.Select(y => y.ToString(CultureInfo.InvariantCulture))];
        return Chart.Heatmap(months, rows, grid, "Return", diverging: true, percent: true)
            .WithTitle("Return by month", "UTC, after costs.");
    }

    /// <summary>How the returns that the risk figures rest on are distributed.</summary>
    public static Chart Returns(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Chart.Histogram(result.PeriodReturns, name: "Return per period")).WithTitle("Distribution of returns");
    }

    /// <summary>How the returns of round trips are distributed.</summary>
    public static Chart TradeReturns(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Chart.Histogram(result.Trades.Select(t => t.Return).ToArray(), name: "Return per trade")).WithTitle("Distribution of trades");
    }

    /// <summary>How far prices went against each round trip, beside what it returned: winners that lay deep show luck, losers that were far ahead show late exits.</summary>
    public static Chart Excursions(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Outcomes(result, t => t.Return, "Won", "Lost")
            .WithTitle("What trades suffered and what they returned")
            .WithXAxis("Worst against, on the entry price")
            .WithYAxis("Return", percent: true)
            .WithPanelBelow(Outcomes(result, t => t.FavourableExcursion, "", "").WithYAxis("Best for", percent: true), height: 0.6));
    }

    private static Chart Equity(EquityCurve equity, IReadOnlyList<CandleSeries> series, HoldingBenchmark? holding)
    {
        Chart chart = Chart.Line(equity.Times, equity.Values, "Equity").WithTitle("Equity, drawdown and exposure").WithYAxis("Equity", "quote currency");
        CandleSeries? first = series.Count > 0 ? series[0] : null;
        if (holding is not null)
            chart = chart.AddLine(equity.Times, [.. holding.ValuesAt(equity.Times).Select(value => value * equity.Initial)], $"Holding {holding.Name}, without costs", ChartColor.Slate);
        return chart.WithPanelBelow(Drawdown(equity), height: 0.35).WithPanelBelow(Exposure(equity), height: 0.2) with
        {
            Regions = first is null ? [] : [.. first.Gaps().Select(gap => Gap(first.Timeframe, gap))],
        };
    }

    private static string Length(Decline decline)
    {
        string days = ValueFormat.Significant(3).Format((decline.End - decline.Peak) / (double)UnixTime.MillisecondsPerDay);
        return decline.Recovered ? $"back after {days} days" : $"not back after {days} days";
    }

    // A close at midnight belongs to the day that it ends.
    private static DateTime[] DaysOf(ReadOnlySpan<long> times)
    {
        List<DateTime> days = [];
        foreach (long time in times)
        {
            DateTime day = UnixTime.ToDateTime(time - 1).Date;
            if (days.Count == 0 || days[^1] != day)
                days.Add(day);
        }

        return [.. days];
    }

    private static Chart Outcomes(BacktestRecord result, Func<Trade, double> y, string won, string lost)
    {
        var chart = new Chart();
        foreach ((bool wins, string name, ChartColor color) in ((bool, string, ChartColor)[])[(true, won, ChartColor.Green), (false, lost, ChartColor.Vermilion)])
        {
            Trade[] trades = [.. result.Trades.Where(t => t.Profit > 0 == wins)];
            if (trades.Length > 0)
                chart = chart.AddMarkers(trades.Select(t => t.AdverseExcursion).ToArray(), trades.Select(y).ToArray(), name, color: color);
        }

        return chart;
    }

    private static Chart Percent(Chart chart) => chart with { XAxis = chart.XAxis with { Percent = true } };

    private static Chart Drawdown(EquityCurve equity) => new Chart()
        .AddArea(equity.Times, equity.Drawdowns(), "Drawdown", ChartColor.Vermilion)
        .WithYAxis("Drawdown", percent: true);

    private static Chart Exposure(EquityCurve equity)
    {
        double[] exposure = new double[equity.Count];
        for (int i = 0; i < exposure.Length; i++)
            exposure[i] = equity.Exposure[i];
        return new Chart().AddArea(equity.Times, exposure, "Exposure", ChartColor.Ochre).WithYAxis("Exposure", percent: true);
    }

    // Known only where the candles of every symbol are.
    private static HoldingBenchmark? HoldingOf(BacktestRecord result) =>
        result.Series.Count > 0 && result.Manifest.Data.All(data => result.Series.Any(series => series.Symbol == data.Symbol))
            ? HoldingBenchmark.Of(result.Series, result.Manifest.Options.GetValueOrDefault("benchmark") is { Length: > 0 } symbol ? symbol : null)
            : null;

    private static ShadedRegion Gap(Timeframe timeframe, CandleGap gap) =>
        new(timeframe.NextOpen(UnixTime.FromDateTime(gap.After)), UnixTime.FromDateTime(gap.Before), "No data");
}
