using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A feed within a session: its last closed candle and the values that step with it.</summary>
internal sealed class FeedState(CandleFeed feed)
{
    private Node[] _nodes = [];

    /// <summary>The latest closed candle; its default before the first.</summary>
    public Candle Candle;

    public CandleFeed Feed { get; } = feed;

    /// <summary>What makes its candles of a shorter feed's; null when the run tells of them.</summary>
    public CandleAggregator? Builder { get; init; }

    /// <summary>The feed of which it is made; null when the run tells of it.</summary>
    public FeedState? Source { get; init; }

    /// <summary>All its candles when they are known beforehand; null in a live run.</summary>
    public CandleSeries? Known { get => field ??= Source?.Known?.Resample(Feed.Timeframe); init; }

    /// <summary>Whether a candle closed at the present moment.</summary>
    public bool IsFresh { get; set; }

    /// <summary>The nodes that step with its candles, while they are being collected.</summary>
    public List<Node> Pending { get; } = [];

    /// <summary>Ends the compilation: the nodes step in the order in which they were added.</summary>
    public void Seal() => _nodes = [.. Pending];

    public void Step(in Candle candle)
    {
        Candle = candle;
        IsFresh = true;
        foreach (Node node in _nodes)
            node.Step();
    }
}
