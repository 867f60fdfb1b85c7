using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>Wraps a strategy so that its calls are counted and the kill switch need not wait for them.</summary>
internal sealed class WatchedStrategy(IStrategy strategy, EngineLock engine, Func<long, bool> isAbandoned) : IStrategy
{
    public string Name => strategy.Name;

    public IReadOnlyList<KeyValuePair<string, double>> Parameters => strategy.Parameters;

    public IReadOnlyList<CandleFeed> Feeds => strategy.Feeds;

    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(strategy.Start(feeds), engine, isAbandoned);

    private sealed class Session(IStrategySession session, EngineLock engine, Func<long, bool> isAbandoned) : IStrategySession
    {
        public void OnCandle(int feed, in Candle candle)
        {
            Candle shown = candle;
            engine.Call(isAbandoned, () => session.OnCandle(feed, shown));
        }

        public void Decide(TargetExposures targets) => engine.Call(isAbandoned, () => session.Decide(targets));
    }
}
