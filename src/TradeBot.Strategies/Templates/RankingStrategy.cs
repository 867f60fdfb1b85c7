using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A plain function as a ranking score: holds the best symbols.</summary>
internal sealed class RankingStrategy : IStrategy
{
    private readonly Func<Func<Candle, double>> _open;
    private readonly int _top;
    private readonly int _bottom;
    private readonly int _every;

    public RankingStrategy(string name, Func<Func<Candle, double>> open, int top, int bottom, int every)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        ArgumentOutOfRangeException.ThrowIfNegative(bottom);
        ArgumentOutOfRangeException.ThrowIfLessThan(top + bottom, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        (Name, _open, _top, _bottom, _every) = (name, open, top, bottom, every);
    }

    public string Name { get; }

    public IReadOnlyList<KeyValuePair<string, double>> Parameters => [new("top", _top), new("bottom", _bottom), new("every", _every)];

    public IReadOnlyList<CandleFeed> Feeds => [];

    public IStrategySession Start(IReadOnlyList<CandleFeed> feeds)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        return new Session(this, FirstFeeds.Of(feeds));
    }

    private sealed class Session : IStrategySession
    {
        private readonly int[] _symbolOfFeed;
        private readonly Func<Candle, double>[] _score;
        private readonly double[] _scores;
        private readonly Ranking _ranking;
        private readonly int _every;
        private int _left;
        private bool _isFresh;

        public Session(RankingStrategy strategy, int[] symbolOfFeed)
        {
            int symbols = symbolOfFeed.Max() + 1;
            _symbolOfFeed = symbolOfFeed;
            _score = [.. Enumerable.Range(0, symbols).Select(_ => strategy._open())];
            _scores = new double[symbols];
            Array.Fill(_scores, double.NaN);
            _ranking = new Ranking([.. Enumerable.Range(0, symbols)], strategy._top, strategy._bottom);
            _every = strategy._every;
        }

        public void OnCandle(int feed, in Candle candle)
        {
            int symbol = _symbolOfFeed[feed];
            if (symbol < 0)
                return;
            _scores[symbol] = _score[symbol](candle);
            _isFresh |= symbol == 0;
        }

        public void Decide(TargetExposures targets)
        {
            if (_isFresh && --_left < 0)
            {
                _ranking.Apply(_scores, targets);
                _left = _every - 1;
            }

            _isFresh = false;
        }
    }
}
