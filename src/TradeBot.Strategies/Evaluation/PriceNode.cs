using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A price or the volume of the latest candle.</summary>
internal sealed class PriceNode(FeedState feed, PriceField field) : Node
{
    public override void Step()
    {
        ref readonly Candle candle = ref feed.Candle;
        Value = field switch
        {
            PriceField.Open => candle.Open,
            PriceField.High => candle.High,
            PriceField.Low => candle.Low,
            PriceField.Close => candle.Close,
            PriceField.Volume => candle.Volume,
            PriceField.Hl2 => (candle.High + candle.Low) / 2,
            PriceField.Hlc3 => (candle.High + candle.Low + candle.Close) / 3,
            PriceField.Ohlc4 => (candle.Open + candle.High + candle.Low + candle.Close) / 4,
            _ => candle.Turnover,
        };
    }
}
