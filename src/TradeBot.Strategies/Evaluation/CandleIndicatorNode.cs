using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>An indicator over candles.</summary>
internal sealed class CandleIndicatorNode(Indicator indicator, FeedState feed) : IndicatorNode(indicator)
{
    private readonly IIndicatorStream _stream = indicator.Open();

    public override void Step()
    {
        _stream.Update(feed.Candle, Outputs);
        Value = Outputs[0];
    }
}
