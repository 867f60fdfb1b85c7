using System.Globalization;

using TradeBot.MarketData;
using TradeBot.Trading;
using TradeBot.Trading.Performance;

namespace TradeBot.Reporting;

/// <summary>The charts of a backtest.</summary>
public static class BacktestCharts
{
    /// <summary>Equity and buy-and-hold, over drawdown and exposure, with gaps in the data shaded.</summary>
    public static Chart Equity(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Equity(result.Equity, result.Series, HoldingBenchmark.Of(result.Series, result.Options.Benchmark));
    }

    /// <summary>Equity over drawdown and exposure; where the candles are known, with buy-and-hold and with gaps in the data shaded.</summary>
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

    /// <summary>Equity with its deepest drawdowns shaded, from the peak to the trough and from there to the recovery; each with its number and depth.</summary>
    /// <param name="result">The run.</param>
    /// <param name="count">Largest number of drawdowns, at least 1; those less than a tenth as deep as the deepest are omitted.</param>
    public static Chart Declines(BacktestRecord result, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        EquityCurve equity = result.Equity;
        Chart chart = Chart.Line(equity.Times, equity.Values, "Equity").WithTitle("Deepest drawdowns").WithYAxis("Equity", "quote currency");
        int number = 0;
        foreach (Decline decline in Decline.DeepestOf(equity, count))
        {
            chart = chart.Shade(decline.Peak, decline.Trough, "Falling").Shade(decline.Trough, decline.End, "Recovering")
                .Annotate(decline.Trough, decline.Lowest, FormattableString.Invariant($"{++number}: {ValueFormat.Percent(1).Format(decline.Depth)}"));
        }

        return chart with { Regions = [.. chart.Regions.OrderBy(region => region.Label == "Falling" ? 0 : 1)] };
    }

    /// <summary>The drawdowns of <see cref="Declines"/> as a table, deepest first.</summary>
    /// <param name="result">The run.</param>
    /// <param name="count">Largest number, at least 1.</param>
    public static Table DeclineTable(BacktestRecord result, int count = 5)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Table.Of(Decline.DeepestOf(result.Equity, count).Select((decline, i) => (Number: i + 1, Decline: decline)))
            .Column("Number", d => d.Number)
            .Column("Depth", d => d.Decline.Depth, ValueFormat.Percent())
            .Column("Peak", d => UnixTime.ToDateTime(d.Decline.Peak), unit: "UTC")
            .Column("Lowest point", d => UnixTime.ToDateTime(d.Decline.Trough), unit: "UTC")
            .Column("Recovered", d => d.Decline.Recovered ? ValueFormat.Auto.Format(UnixTime.ToDateTime(d.Decline.End)) : "not by the end", unit: "UTC")
            .Column("Below the peak", d => TimeSpan.FromMilliseconds(d.Decline.End - d.Decline.Peak))
            .Build();
    }

    /// <summary>The return of each day as a calendar, or of each month where the run is longer than about a year.</summary>
    public static Chart Calendar(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        const int MostDays = 380;
        DateTime[] days = DaysOf(result.Equity.Times);
        if (days.Length > 0 && (days[^1] - days[0]).TotalDays <= MostDays && result.PeriodReturns.Length == days.Length)
            return Chart.Calendar(days, result.PeriodReturns, "Return").WithTitle("Return by day", "UTC, after costs; a column is a week.");

        int[] years = [.. result.Months.Select(m => m.Year).Distinct()];
        int[] present = PerformanceReport.MonthsIn(result.Months);
        double[,] grid = new double[years.Length, present.Length];
        for (int row = 0; row < years.Length; row++)
        {
            for (int column = 0; column < present.Length; column++)
                grid[row, column] = result.Months.Where(m => m.Year == years[row] && m.Month == present[column]).Select(m => m.Return).FirstOrDefault(double.NaN);
        }

        string[] months = [.. present.Select(PerformanceReport.MonthName)];
        string[] rows = [.. years.Select(y => y.ToString(CultureInfo.InvariantCulture))];
        return Chart.Heatmap(months, rows, grid, "Return", diverging: true, percent: true)
            .WithTitle("Return by month", "UTC, after costs.");
    }

    /// <summary>The distribution of the returns from which risk figures are computed.</summary>
    public static Chart Returns(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Chart.Histogram(result.PeriodReturns, name: "Return per period")).WithTitle("Distribution of returns");
    }

    /// <summary>The distribution of returns of round trips.</summary>
    public static Chart TradeReturns(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Chart.Histogram(result.Trades.Select(t => t.Return).ToArray(), name: "Return per trade")).WithTitle("Distribution of trades");
    }

    /// <summary>Adverse excursion of each round trip against its return: winners with a deep adverse excursion indicate luck, losers with a large favourable one late exits.</summary>
    public static Chart Excursions(BacktestRecord result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Outcomes(result, t => t.Return, "Won", "Lost")
            .WithTitle("Adverse excursion and return of trades")
            .WithXAxis("Adverse excursion, on the entry price")
            .WithYAxis("Return", percent: true)
            .WithPanelBelow(Outcomes(result, t => t.FavourableExcursion, "", "").WithYAxis("Favourable excursion", percent: true), height: 0.6));
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
        return new Chart().AddArea(equity.Times, exposure, "Exposure", ChartColor.Ochre, shape: LineShape.StepBefore).WithYAxis("Exposure", percent: true);
    }

    // Known only where the candles of every symbol are known.
    private static HoldingBenchmark? HoldingOf(BacktestRecord result) =>
        result.Series.Count > 0 && result.Manifest.Data.All(data => result.Series.Any(series => series.Symbol == data.Symbol))
            ? HoldingBenchmark.Of(result.Series, result.Terms.Benchmark)
            : null;

    private static ShadedRegion Gap(Timeframe timeframe, CandleGap gap) =>
        new(timeframe.NextOpen(UnixTime.FromDateTime(gap.After)), UnixTime.FromDateTime(gap.Before), "No data");
}
