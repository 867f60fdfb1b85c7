using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Cli.Tests;

/// <summary>Holds a share of equity from some candle on.</summary>
public sealed class HoldFrom(int candle, double share = 1) : IStrategy
{
    public string Name => FormattableString.Invariant($"Hold {share} from {candle}");

    public IReadOnlyList<CandleFeed> Feeds => [];

    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(candle, share);

    private sealed class Session(int candle, double share) : IStrategySession
    {
        private int _count;

        public void OnCandle(int feed, in Candle closed) => _count++;

        public void Decide(TargetExposures targets) => targets[0] = _count >= candle ? share : 0;
    }
}

/// <summary>Buys once and never sells.</summary>
public sealed class BuyOnce : IOrderAlgorithm
{
    public string Name => "Buy once";

    public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(feeds[0].Symbol);

    private sealed class Session(string symbol) : IOrderAlgorithmSession
    {
        private bool _bought;

        public void OnCandle(int feed, in Candle candle)
        {
        }

        public void Decide(IOrderDesk desk)
        {
            if (!_bought)
                desk.Submit(OrderRequest.Market(symbol, OrderSide.Buy, 1m));
            _bought = true;
        }

        public void OnFill(in Fill fill, Order order, IOrderDesk desk)
        {
        }
    }
}

/// <summary>Says that it runs, and then takes long.</summary>
public sealed class Endless : IOrderAlgorithm
{
    public const string Sign = "running";

    public string Name => "Endless";

    public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds)
    {
        Console.WriteLine(Sign);
        Thread.Sleep(TimeSpan.FromMinutes(2));
        throw new InvalidOperationException("Nobody stopped it.");
    }
}

/// <summary>Fails before its first candle.</summary>
public sealed class Failing : IOrderAlgorithm
{
    public string Name => "Failing";

    public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => throw new InvalidOperationException("It cannot start.");
}
