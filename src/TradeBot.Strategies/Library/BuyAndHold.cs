using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Long from the first candle to the last: what every rule is measured against.</summary>
public sealed class BuyAndHold : IStrategy
{
    /// <inheritdoc/>
    public string Name => "Buy and hold";

    /// <inheritdoc/>
    public IReadOnlyList<CandleFeed> Feeds => [];

    /// <inheritdoc/>
    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        SingleFeed.Require(this, feeds);
        return new Session();
    }

    private sealed class Session : IStrategySession
    {
        public void OnCandle(int feed, in Candle candle)
        {
        }

        public void Decide(TargetExposures targets) => targets[0] = 1;
    }
}
