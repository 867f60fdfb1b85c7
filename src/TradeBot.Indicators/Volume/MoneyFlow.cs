using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>How much of a candle's volume was bought rather than sold, inferred from where it closed.</summary>
internal static class MoneyFlow
{
    /// <summary>
    /// Volume times the place of the close in the range, from −1 at the low to 1 at the high; 0 for a candle without range.
    /// </summary>
    public static double Volume(in Candle candle)
    {
        double range = candle.High - candle.Low;
        double place = (candle.Close - candle.Low) - (candle.High - candle.Close);
        return range == 0 ? 0 * (candle.Close + candle.Volume) : place / range * candle.Volume;
    }

    /// <summary>The mean of high, low and close.</summary>
    public static double TypicalPrice(in Candle candle) => (candle.High + candle.Low + candle.Close) / 3;
}
