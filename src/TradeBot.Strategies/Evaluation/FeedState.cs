using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A feed of a session: its last closed candle and the nodes that step with it.</summary>
internal sealed class FeedState(CandleFeed feed)
{
    private Node[] _nodes = [];

    /// <summary>The latest closed candle; its default before the first.</summary>
    public Candle Candle;

    public CandleFeed Feed { get; } = feed;

    /// <summary>Resamples its candles from a shorter feed; null when the run provides them.</summary>
    public CandleAggregator? Builder { get; init; }

    /// <summary>The feed that it is resampled from; null when the run provides it.</summary>
    public FeedState? Source { get; init; }

    /// <summary>All its candles when known in advance; null in a live run.</summary>
    public CandleSeries? Known { get => field ??= Source?.Known?.Resample(Feed.Timeframe); init; }

    /// <summary>Whether a candle closed at the current time.</summary>
    public bool IsFresh { get; set; }

    /// <summary>The nodes that step with its candles, while they are being collected.</summary>
    public List<Node> Pending { get; } = [];

    /// <summary>Ends the compilation: nodes step in the order in which they were added.</summary>
    public void Seal() => _nodes = [.. Pending];

    public void Step(in Candle candle)
    {
        Candle = candle;
        IsFresh = true;
        foreach (Node node in _nodes)
            node.Step();
    }
}
