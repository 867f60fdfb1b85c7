using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>One run of a feature over candles: its memory of the past.</summary>
public abstract class FeatureState
{
    /// <summary>Takes the next closed candle.</summary>
    /// <returns>The feature as known at the candle's close; NaN while, or wherever, it is unknown.</returns>
    public abstract double Update(in Candle candle);
}
