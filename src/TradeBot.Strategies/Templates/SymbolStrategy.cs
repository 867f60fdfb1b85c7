using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A plain function as a strategy, on one symbol or on each symbol of the run.</summary>
/// <remarks>The function belongs to one session and may keep state, such as indicators, counters or recent candles.</remarks>
internal sealed class SymbolStrategy(string name, Func<Func<Candle, double>> open, bool isMany) : IStrategy
{
    public string Name => name;

    public IReadOnlyList<CandleFeed> Feeds => [];

    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        if (!isMany)
            SingleFeed.Require(this, feeds);
        return new Session(open, feeds);
    }

    private sealed class Session : IStrategySession
    {
        private readonly int[] _symbolOfFeed;
        private readonly Func<Candle, double>[] _decide;
        private readonly double[] _wanted;
        private readonly double _share;

        public Session(Func<Func<Candle, double>> open, IReadOnlyList<CandleFeed> feeds)
        {
            _symbolOfFeed = FirstFeeds.Of(feeds);
            int symbols = _symbolOfFeed.Max() + 1;
            _decide = [.. Enumerable.Range(0, symbols).Select(_ => open())];
            _wanted = new double[symbols];
            _share = 1.0 / symbols;
        }

        public void OnCandle(int feed, in Candle candle)
        {
            int symbol = _symbolOfFeed[feed];
            if (symbol < 0)
                return;
            double exposure = _decide[symbol](candle);
            if (!double.IsNaN(exposure))
                _wanted[symbol] = exposure * _share;
        }

        public void Decide(TargetExposures targets)
        {
            for (int symbol = 0; symbol < _wanted.Length; symbol++)
                targets[symbol] = _wanted[symbol];
        }
    }
}
