using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>The queue of candles of one feed.</summary>
internal sealed class FeedLane(CandleFeed feed)
{
    private const int Remembered = 16;

    private readonly Queue<Candle> _recent = new();
    private readonly Queue<(Candle Candle, bool IsSynthetic)> _waiting = new();

    public string Symbol => feed.Symbol;

    public Timeframe Timeframe => feed.Timeframe;

    /// <summary>Open time of the next expected candle; null before the first.</summary>
    public long? Expected { get; private set; }

    /// <summary>Every candle that closes until then has arrived or does not exist.</summary>
    public long Reached { get; private set; } = long.MinValue;

    /// <summary>Close time of the first waiting candle; the largest value if none waits.</summary>
    public long NextClose => _waiting.Count > 0 ? CloseOf(_waiting.Peek().Candle) : long.MaxValue;

    public long CloseOf(in Candle candle) => Timeframe.NextOpen(UnixTime.FromDateTime(candle.OpenTime));

    /// <summary>Whether a candle that closes by a moment may still arrive.</summary>
    public bool Awaits(long moment) => Reached < moment && (Reached == long.MinValue || Timeframe.NextOpen(Timeframe.OpenOf(Reached)) <= moment);

    public void ReachTo(long time) => Reached = Math.Max(Reached, time);

    /// <summary>Records a candle from before the live stream.</summary>
    public void Seen(in Candle candle)
    {
        Remember(candle);
        ReachTo(Expected!.Value);
    }

    /// <summary>Adds a closed candle to the queue.</summary>
    /// <returns>A notice to record; null if it is the expected candle.</returns>
    public CandleNotice? Take(in Candle candle, bool isSynthetic)
    {
        long open = UnixTime.FromDateTime(candle.OpenTime);
        if (Timeframe.OpenOf(open) != open)
            return Notice(CandleFault.Unusable, candle, "opens off the grid of its timeframe: it is not used.");
        if (!(candle.Low > 0 && candle.High >= candle.Low && candle.Open >= candle.Low && candle.Open <= candle.High && candle.Close >= candle.Low && candle.Close <= candle.High && double.IsFinite(candle.High)))
            return Notice(CandleFault.Unusable, candle, FormattableString.Invariant($"has inconsistent prices ({candle.Open} {candle.High} {candle.Low} {candle.Close}): it is not used."));
        if (open < Expected)
            return Again(candle);

        CandleNotice? notice = null;
        if (Expected is { } expected && open > expected)
            notice = Notice(CandleFault.Missing, candle, FormattableString.Invariant($"follows {Timeframe.CandlesBetween(expected, open):N0} missing candles."));
        _waiting.Enqueue((candle, isSynthetic));
        Remember(candle);
        ReachTo(Expected!.Value);
        return notice;
    }

    public (Candle Candle, bool IsSynthetic) Dequeue() => _waiting.Dequeue();

    public CandleNotice Notice(CandleFault fault, in Candle candle, string what) => new(
        fault, Symbol, Timeframe.ToString(), candle.OpenTime, FormattableString.Invariant($"{Symbol} {Timeframe} of {candle.OpenTime:yyyy-MM-dd HH:mm} {what}"));

    private CandleNotice Again(in Candle candle)
    {
        foreach (Candle known in _recent)
        {
            if (known.OpenTime == candle.OpenTime)
            {
                return known.Equals(candle)
                    ? Notice(CandleFault.Repeated, candle, "arrived again.")
                    : Notice(CandleFault.Revised, candle, FormattableString.Invariant(
                        $"arrived again with different values ({candle.Open} {candle.High} {candle.Low} {candle.Close}, volume {candle.Volume}); the first close ({known.Open} {known.High} {known.Low} {known.Close}, volume {known.Volume}) is kept."));
            }
        }

        return Notice(CandleFault.OutOfOrder, candle, "arrived after a later candle of its feed: it is not used.");
    }

    private void Remember(in Candle candle)
    {
        Expected = CloseOf(candle);
        _recent.Enqueue(candle);
        if (_recent.Count > Remembered)
            _recent.Dequeue();
    }
}
