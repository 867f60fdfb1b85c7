using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Sessions;

/// <summary>The candles of one feed on their way to the strategy.</summary>
internal sealed class FeedLane(CandleFeed feed)
{
    private const int Remembered = 16;

    private readonly Queue<Candle> _recent = new();
    private readonly Queue<(Candle Candle, bool IsSynthetic)> _waiting = new();

    public string Symbol => feed.Symbol;

    public Timeframe Timeframe => feed.Timeframe;

    /// <summary>Open time of the candle that comes next; null before the first.</summary>
    public long? Expected { get; private set; }

    /// <summary>Every candle that closes until then has been told, or does not exist.</summary>
    public long Reached { get; private set; } = long.MinValue;

    /// <summary>When its first waiting candle closes; never, when none waits.</summary>
    public long NextClose => _waiting.Count > 0 ? CloseOf(_waiting.Peek().Candle) : long.MaxValue;

    public long CloseOf(in Candle candle) => Timeframe.NextOpen(UnixTime.FromDateTime(candle.OpenTime));

    /// <summary>Whether a candle that closes by a moment may still come.</summary>
    public bool Awaits(long moment) => Reached < moment && (Reached == long.MinValue || Timeframe.NextOpen(Timeframe.OpenOf(Reached)) <= moment);

    public void ReachTo(long time) => Reached = Math.Max(Reached, time);

    /// <summary>A candle that the session has had before it began to listen.</summary>
    public void Seen(in Candle candle)
    {
        Remember(candle);
        ReachTo(Expected!.Value);
    }

    /// <summary>Takes a closed candle into the queue.</summary>
    /// <returns>What is to be noted; null when it is the one that was expected.</returns>
    public CandleNotice? Take(in Candle candle, bool isSynthetic)
    {
        long open = UnixTime.FromDateTime(candle.OpenTime);
        if (Timeframe.OpenOf(open) != open)
            return Notice(CandleFault.Unusable, candle, "opens off the grid of its timeframe: it is not used.");
        if (!(candle.Low > 0 && candle.High >= candle.Low && candle.Open >= candle.Low && candle.Open <= candle.High && candle.Close >= candle.Low && candle.Close <= candle.High && double.IsFinite(candle.High)))
            return Notice(CandleFault.Unusable, candle, FormattableString.Invariant($"has prices that contradict each other ({candle.Open} {candle.High} {candle.Low} {candle.Close}): it is not used."));
        if (open < Expected)
            return Again(candle);

        CandleNotice? notice = null;
        if (Expected is { } expected && open > expected)
            notice = Notice(CandleFault.Missing, candle, FormattableString.Invariant($"comes after {Timeframe.CandlesBetween(expected, open):N0} candles that never came."));
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
                    ? Notice(CandleFault.Repeated, candle, "came again.")
                    : Notice(CandleFault.Revised, candle, FormattableString.Invariant(
                        $"came again with other values ({candle.Open} {candle.High} {candle.Low} {candle.Close}, volume {candle.Volume}); the first close ({known.Open} {known.High} {known.Low} {known.Close}, volume {known.Volume}) stays."));
            }
        }

        return Notice(CandleFault.OutOfOrder, candle, "came after a later one of its feed: it is not used.");
    }

    private void Remember(in Candle candle)
    {
        Expected = CloseOf(candle);
        _recent.Enqueue(candle);
        if (_recent.Count > Remembered)
            _recent.Dequeue();
    }
}
