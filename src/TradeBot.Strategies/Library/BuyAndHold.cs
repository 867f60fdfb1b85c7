using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Buy and hold: long from the first candle to the last, the benchmark for every rule.</summary>
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
