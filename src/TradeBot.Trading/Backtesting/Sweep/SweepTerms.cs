using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Whether the conditions of a sweep are ones that its own path reproduces.</summary>
/// <remarks>
/// | what | reproduced when |
/// | --- | --- |
/// | instrument | spot or linear, with tick and lot of at most 8 decimals |
/// | slippage | a fraction of the price, or a spread |
/// | fees | without tiers, the taker's not negative |
/// | sizing | a fraction of equity that no limit of the risk policy touches, decided at the close |
/// | risk policy | no limit on losses, leverage, values or correlation |
/// | cash | of at most 8 decimals |
/// | margin | cross |
/// | latency, participation, finer candles, funding, borrowing | none |
/// | end of the run | positions stay open |
/// | candles | none synthetic; each from its low to its high, positive and finite |
///
/// Anything else runs through the engine.
/// </remarks>
internal static class SweepTerms
{
    public const int MaxDecimals = 8;

    public static bool Hold(CandleSeries candles, BacktestOptions options) =>
        Allows(options) && Allows(options.InstrumentOf(candles.Symbol)) && IsSound(candles);

    private static bool Allows(Instrument instrument) =>
        !instrument.IsInverse && instrument.TickSize.Scale <= MaxDecimals && instrument.LotSize.Scale <= MaxDecimals;

    private static bool Allows(BacktestOptions options) =>
        options is { Finer.Count: 0, Funding.Count: 0, Borrow.Count: 0, SizedAt: SizingMoment.Decision, AtEnd: EndOfRun.KeepOpen }
        && options is { Fees: { Tiers.Count: 0, Taker: >= 0 }, Slippage.Model: SlippageModel.Fraction or SlippageModel.Distance }
        && options.Cash.Scale <= MaxDecimals
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

    private static bool IsSound(CandleSeries candles)
    {
        if (candles.HasSynthetic)
            return false;
        ReadOnlySpan<double> open = candles.Open, high = candles.High, low = candles.Low, close = candles.Close;
        for (int i = 0; i < open.Length; i++)
        {
            if (!(low[i] > 0 && low[i] <= Math.Min(open[i], close[i]) && Math.Max(open[i], close[i]) <= high[i] && high[i] < SweepMarket.LargestPrice))
                return false;
        }

        return true;
    }
}
