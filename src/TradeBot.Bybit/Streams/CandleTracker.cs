using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Streams;

/// <summary>Tracks which candles of one symbol a consumer has received.</summary>
/// <param name="symbol">The instrument.</param>
/// <param name="timeframe">Length of its candles.</param>
/// <param name="expected">Open time of the first closed candle to deliver.</param>
internal sealed class CandleTracker(string symbol, Timeframe timeframe, long expected)
{
    private long _latest = long.MinValue;

    public string Symbol => symbol;

    /// <summary>Open time of the next closed candle to deliver; earlier ones were delivered or do not exist.</summary>
    public long Expected { get; private set; } = expected;

    /// <summary>True when earlier closed candles have not been delivered: they come first.</summary>
    public bool IsBehind(long start) => start > Expected;

    /// <summary>All candles before this one were delivered, or do not exist.</summary>
    public void CaughtUpTo(long start)
    {
        if (start > Expected)
            (Expected, _latest) = (start, long.MinValue);
    }

    /// <summary>A closed candle was delivered.</summary>
    public void Closed(long start) => CaughtUpTo(timeframe.NextOpen(start));

    /// <returns>The update to deliver; null when it, or a later one, was already delivered.</returns>
    public CandleUpdate? Take(KlinePush push)
    {
        if (push is not { Start: { } start, Open: { } open, High: { } high, Low: { } low, Close: { } close, Volume: { } volume } || start != Expected)
            return null;

        bool isClosed = push.Confirm == true;
        long time = push.Timestamp ?? long.MaxValue;
        if (!isClosed && time < _latest)
            return null; // late: a newer state of the same candle was already delivered
        _latest = time;
        if (isClosed)
            Closed(start);
        return new CandleUpdate(symbol, timeframe, new Candle(UnixTime.ToDateTime(start), open, high, low, close, volume, push.Turnover ?? double.NaN), isClosed);
    }
}
