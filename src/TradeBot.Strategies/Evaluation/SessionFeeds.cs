using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>The feeds of a session: those of the run, and those resampled from them for expressions on longer candles.</summary>
internal sealed class SessionFeeds
{
    private readonly FeedState[] _states;
    private readonly List<FeedState>[] _built;
    private readonly List<(FeedState Clock, Node Node)> _mixed = [];
    private (FeedState Clock, Node Node)[] _late = [];
    private FeedState[] _all = [];

    /// <param name="feeds">The feeds of the run.</param>
    /// <param name="known">All candles of the first feed when known in advance; null in a live run.</param>
    public SessionFeeds(IReadOnlyList<CandleFeed> feeds, CandleSeries? known = null)
    {
        _states = [.. feeds.Select((f, i) => new FeedState(f) { Known = i == 0 ? known : null })];
        _built = [.. feeds.Select(_ => new List<FeedState>())];
    }

    /// <summary>A feed of the run, or one resampled from a shorter feed of the run.</summary>
    /// <exception cref="ArgumentException">The run has neither.</exception>
    public FeedState Get(CandleFeed feed)
    {
        FeedState? known = _states.Concat(_built.SelectMany(b => b)).FirstOrDefault(s => s.Feed == feed);
        if (known is not null)
            return known;

        int source = LongestSource(feed);
        if (source < 0)
        {
            throw new ArgumentException($"The strategy or feature reads {$"{feed.Symbol} {feed.Timeframe}".TrimStart()}; the run has {string.Join(", ", _states.Select(s => $"{s.Feed.Symbol} {s.Feed.Timeframe}".TrimStart()))}, from which it cannot be resampled.", nameof(feed));
        }

        var built = new FeedState(feed)
        {
            Builder = new CandleAggregator(_states[source].Feed.Timeframe, feed.Timeframe),
            Source = _states[source],
        };
        _built[source].Add(built);
        return built;
    }

    /// <summary>Adds a node that steps with a feed's candles, or at the decision when it reads several feeds.</summary>
    public void Add(Node node, FeedState clock, bool readsSeveral)
    {
        if (readsSeveral)
            _mixed.Add((clock, node));
        else
            clock.Pending.Add(node);
    }

    /// <summary>Ends the compilation.</summary>
    public void Seal()
    {
        _all = [.. _states, .. _built.SelectMany(b => b)];
        _late = [.. _mixed];
        foreach (FeedState state in _all)
            state.Seal();
    }

    /// <summary>Takes a candle of a feed of the run.</summary>
    public void OnCandle(int feed, in Candle candle)
    {
        _states[feed].Step(candle);
        foreach (FeedState built in _built[feed])
        {
            (bool isLate, bool isCompleted) = built.Builder!.Add(candle, out Candle late, out Candle completed);
            if (isLate)
                built.Step(late);
            if (isCompleted)
                built.Step(completed);
        }
    }

    /// <summary>Computes nodes that read several feeds, once all candles of that time are known.</summary>
    public void StepMixed()
    {
        foreach ((FeedState clock, Node node) in _late)
        {
            if (clock.IsFresh)
                node.Step();
        }
    }

    /// <summary>Ends the time step: no feed has a new candle any more.</summary>
    public void EndMoment()
    {
        foreach (FeedState state in _all)
            state.IsFresh = false;
    }

    private int LongestSource(CandleFeed feed)
    {
        int best = -1;
        for (int i = 0; i < _states.Length; i++)
        {
            CandleFeed candidate = _states[i].Feed;
            if (candidate.Symbol == feed.Symbol && Resampler.CanResample(candidate.Timeframe, feed.Timeframe)
                && (best < 0 || candidate.Timeframe > _states[best].Feed.Timeframe))
                best = i;
        }

        return best;
    }
}
