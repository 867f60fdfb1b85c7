using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Whether a sweep can reproduce its conditions without the engine.</summary>
/// <remarks>
/// Anything else runs through the engine.
/// </remarks>
internal static class SweepTerms
{
    public const int MaxDecimals = 8;

    /// <summary>The decimals in which the sweep counts; null where it cannot reproduce the conditions.</summary>
    public static SweepScale? ScaleOf(CandleSeries candles, BacktestOptions options)
    {
        Instrument instrument = options.InstrumentOf(candles.Symbol);
        return !instrument.IsInverse && Allows(options) && RangeOf(candles) is (double lowest, double highest)
            ? SweepScale.Of(instrument, options, lowest, highest)
            : null;
    }

    private static bool Allows(BacktestOptions options) =>
        options is { IntrabarCandles.Count: 0, Funding.Count: 0, Borrow.Count: 0, SizedAt: SizingMoment.Decision, AtEnd: EndOfRun.KeepOpen }
        && options is { Fees: { Tiers.Count: 0, Taker: >= 0 }, Slippage.Model: SlippageModel.Fraction or SlippageModel.Distance }
        && options.Cash.Scale <= MaxDecimals
        && double.IsPositiveInfinity(options.RebalanceTolerance)
        && options.Margin.Mode == MarginMode.Cross
        && options.Latency.Max == TimeSpan.Zero
        && double.IsPositiveInfinity(options.Participation)
        && options.Sizing is FractionSizing sizing
        && Allows(options.Risk, sizing.Fraction);

    private static bool Allows(RiskPolicy risk, double fraction) =>
        fraction <= Math.Min(risk.MaxGrossExposure, Math.Min(risk.MaxNetExposure, risk.MaxConcentration))
        && fraction <= 1
        && risk.Correlation is null
        && double.IsPositiveInfinity(risk.MaxLeverage)
        && double.IsPositiveInfinity(risk.MaxOrderValue)
        && double.IsPositiveInfinity(risk.MaxPositionValue)
        && double.IsPositiveInfinity(risk.MaxDailyLoss)
        && double.IsPositiveInfinity(risk.MaxDrawdown);

    /// <summary>The lowest and the highest price; null where a candle is invalid.</summary>
    private static (double Lowest, double Highest)? RangeOf(CandleSeries candles)
    {
        if (candles.HasSynthetic)
            return null;
        ReadOnlySpan<double> open = candles.Open, high = candles.High, low = candles.Low, close = candles.Close;
        double lowest = double.PositiveInfinity, highest = 0;
        for (int i = 0; i < open.Length; i++)
        {
            if (!(low[i] > 0 && low[i] <= Math.Min(open[i], close[i]) && Math.Max(open[i], close[i]) <= high[i] && double.IsFinite(high[i])))
                return null;
            (lowest, highest) = (Math.Min(lowest, low[i]), Math.Max(highest, high[i]));
        }

        return (lowest, highest);
    }
}
