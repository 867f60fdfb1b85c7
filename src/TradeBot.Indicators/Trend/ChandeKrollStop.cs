using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Chande Kroll stop: stops at a multiple of the average true range from the extremes, held at their own extremes.
/// </summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: T. Chande, S. Kroll, <i>The New Technical Trader</i>, 1994.
/// </remarks>
public struct ChandeKrollStop : IIndicator<Candle, ChandeKrollStop.Lines>
{
    private readonly double _multiple;
    private Atr _atr;
    private Highest _highest;
    private Lowest _lowest;
    private Highest _heldHigh;
    private Lowest _heldLow;
    private Countdown _known;

    /// <param name="period">Candles of the extremes and of the average true range, at least 1; 10 is usual.</param>
    /// <param name="multiple">Distance in average true ranges; positive, finite; 1 is usual.</param>
    /// <param name="hold">Candles for which a stop is held, at least 1; 9 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public ChandeKrollStop(int period, double multiple, int hold)
    {
        _multiple = Parameter.Positive(multiple);
        _atr = new Atr(period);
        _highest = new Highest(period);
        _lowest = new Lowest(period);
        _heldHigh = new Highest(hold);
        _heldLow = new Lowest(hold);
        _known = new Countdown(_atr.WarmUp);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _atr.WarmUp + _heldHigh.WarmUp - 1;

    /// <returns>In price units; NaN for the first period + hold − 1 calls.</returns>
    public Lines Update(in Candle value)
    {
        double width = _multiple * _atr.Update(value);
        double high = _highest.Update(value.High) - width, low = _lowest.Update(value.Low) + width;
        return _known.Step()
            ? new Lines(_heldLow.Update(low), _heldHigh.Update(high))
            : new Lines(double.NaN, double.NaN);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="multiple">As for the constructor.</param>
    /// <param name="hold">As for the constructor.</param>
    /// <param name="longStop">One slot per candle.</param>
    /// <param name="shortStop">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int period, double multiple, int hold, Span<double> longStop, Span<double> shortStop)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, longStop.Length, nameof(longStop));
        Batch.RequireLength(candles.Count, shortStop.Length, nameof(shortStop));
        var indicator = new ChandeKrollStop(period, multiple, hold);
        for (int i = 0; i < candles.Count; i++)
            (longStop[i], shortStop[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The stops after one candle.</summary>
    /// <param name="Long">Lowest of the recent stops above the lows, which protects a long position.</param>
    /// <param name="Short">Highest of the recent stops below the highs, which protects a short position.</param>
    public readonly record struct Lines(double Long, double Short);
}
