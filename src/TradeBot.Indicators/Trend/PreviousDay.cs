using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Collects candles by UTC day and keeps the prices of the day before.</summary>
/// <remarks>
/// A day counts when it is seen from its beginning: a series that starts at noon knows nothing of that day. After absent days the
/// last day seen is used as the previous day. The default value is ready for use.
/// </remarks>
internal struct PreviousDay
{
    private long _day;
    private double _runningHigh;
    private double _runningLow;
    private double _runningClose;
    private bool _started;
    private bool _whole;

    /// <summary>True once a whole day has ended.</summary>
    public bool IsKnown { readonly get; private set; }

    /// <summary>Highest price of the day before.</summary>
    public double High { readonly get; private set; }

    /// <summary>Lowest price of the day before.</summary>
    public double Low { readonly get; private set; }

    /// <summary>Last price of the day before.</summary>
    public double Close { readonly get; private set; }

    /// <summary>Takes a candle; true when it is the first of its day.</summary>
    public bool Update(in Candle candle)
    {
        long day = candle.OpenTime.Ticks / TimeSpan.TicksPerDay;
        bool begins = !_started || day != _day;
        if (begins)
            Begin(candle, day);

        _runningHigh = Math.Max(_runningHigh, candle.High);
        _runningLow = Math.Min(_runningLow, candle.Low);
        _runningClose = candle.Close;
        return begins;
    }

    private void Begin(in Candle candle, long day)
    {
        if (_whole)
            (IsKnown, High, Low, Close) = (true, _runningHigh, _runningLow, _runningClose);

        _whole = _started || candle.OpenTime.Ticks == day * TimeSpan.TicksPerDay;
        (_started, _day) = (true, day);
        (_runningHigh, _runningLow) = (candle.High, candle.Low);
    }
}
