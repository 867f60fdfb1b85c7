using TradeBot.Exchanges.Wire;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Streams;

/// <summary>What a consumer has seen of one symbol's candles, and so what a message means to it.</summary>
/// <param name="symbol">The instrument.</param>
/// <param name="timeframe">Length of its candles.</param>
/// <param name="expected">Open time of the first candle that the consumer is to see closed.</param>
internal sealed class CandleTracker(string symbol, Timeframe timeframe, long expected)
{
    private long _latest = long.MinValue;

    public string Symbol => symbol;

    /// <summary>Open time of the next candle that the consumer is to see closed; earlier ones it has seen, or they do not exist.</summary>
    public long Expected { get; private set; } = expected;

    /// <summary>True when candles before this one have closed that the consumer has not seen: they come first.</summary>
    public bool IsBehind(long start) => start > Expected;

    /// <summary>Everything before a candle has been seen, or does not exist.</summary>
    public void CaughtUpTo(long start)
    {
        if (start > Expected)
            (Expected, _latest) = (start, long.MinValue);
    }

    /// <summary>A candle that had closed was handed on.</summary>
    public void Closed(long start) => CaughtUpTo(timeframe.NextOpen(start));

    /// <returns>What to hand on; null when the consumer has seen it, or something later, already.</returns>
    public CandleUpdate? Take(KlinePush push)
    {
        if (push is not { Start: { } start, Open: { } open, High: { } high, Low: { } low, Close: { } close, Volume: { } volume } || start != Expected)
            return null;

        bool isClosed = push.Confirm == true;
        long time = push.Timestamp ?? long.MaxValue;
        if (!isClosed && time < _latest)
            return null; // it came late: a newer state of the same candle has been handed on
        _latest = time;
        if (isClosed)
            Closed(start);
        return new CandleUpdate(symbol, timeframe, new Candle(UnixTime.ToDateTime(start), open, high, low, close, volume, push.Turnover ?? double.NaN), isClosed);
    }
}
