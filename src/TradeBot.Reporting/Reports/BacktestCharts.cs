using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The charts of a backtest.</summary>
public static class BacktestCharts
{
    /// <summary>Equity beside holding the first symbol, over drawdown and exposure, with gaps in the data shaded.</summary>
    public static Chart Equity(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        EquityCurve equity = result.Equity;
        CandleSeries first = result.Series[0];
        Chart chart = Chart.Line(equity.Times, equity.Values, "Equity")
            .AddLine(CloseTimes(first), Scaled(first.Close, equity.Initial), $"Holding {first.Symbol}, without costs", ChartColor.Slate)
            .WithTitle("Equity, drawdown and exposure")
            .WithYAxis("Equity", "quote currency")
            .WithPanelBelow(Drawdown(equity), height: 0.35)
            .WithPanelBelow(Exposure(equity), height: 0.2);
        return chart with { Regions = [.. first.Gaps().Select(gap => Gap(first.Timeframe, gap))] };
    }

    /// <summary>How the returns that the risk figures rest on are distributed.</summary>
    public static Chart Returns(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Chart.Histogram(result.Performance.PeriodReturns, name: "Return per period")).WithTitle("Distribution of returns");
    }

    /// <summary>How the returns of round trips are distributed.</summary>
    public static Chart TradeReturns(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Chart.Histogram(result.Trades.Select(t => t.Return).ToArray(), name: "Return per trade")).WithTitle("Distribution of trades");
    }

    /// <summary>How far prices went against each round trip, beside what it returned: winners that lay deep show luck, losers that were far ahead show late exits.</summary>
    public static Chart Excursions(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Percent(Outcomes(result, t => t.Return, "Won", "Lost")
            .WithTitle("What trades suffered and what they returned")
            .WithXAxis("Worst against, on the entry price")
            .WithYAxis("Return", percent: true)
            .WithPanelBelow(Outcomes(result, t => t.FavourableExcursion, "", "").WithYAxis("Best for", percent: true), height: 0.6));
    }

    private static Chart Outcomes(BacktestResult result, Func<Trade, double> y, string won, string lost)
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

    private static long[] CloseTimes(CandleSeries candles)
    {
        long[] times = new long[candles.Count];
        for (int i = 0; i < times.Length; i++)
            times[i] = candles.Timeframe.NextOpen(candles.OpenTimes[i]);
        return times;
    }

    private static double[] Scaled(ReadOnlySpan<double> prices, double start)
    {
        double[] scaled = new double[prices.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = prices[i] / prices[0] * start;
        return scaled;
    }

    private static ShadedRegion Gap(Timeframe timeframe, CandleGap gap) =>
        new(timeframe.NextOpen(UnixTime.FromDateTime(gap.After)), UnixTime.FromDateTime(gap.Before), "No data");
}
