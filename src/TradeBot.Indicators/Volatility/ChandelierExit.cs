using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>
/// Trailing stops that hang at a multiple of the average true range below the highest high, and above the lowest low.
/// </summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: C. Le Beau; A. Elder, <i>Come into My Trading Room</i>, 2002.
/// </remarks>
public struct ChandelierExit : IIndicator<Candle, ChandelierExit.Lines>
{
    private readonly double _multiple;
    private Atr _atr;
    private Highest _highest;
    private Lowest _lowest;

    /// <param name="period">Candles of the extremes and of the average true range, at least 1; 22 is usual.</param>
    /// <param name="multiple">Distance in average true ranges; positive, finite; 3 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public ChandelierExit(int period, double multiple)
    {
        _multiple = Parameter.Positive(multiple);
        _atr = new Atr(period);
        _highest = new Highest(period);
        _lowest = new Lowest(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _atr.WarmUp;

    /// <returns>In price units; NaN for the first period calls.</returns>
    public Lines Update(in Candle value)
    {
        double width = _multiple * _atr.Update(value);
        return new Lines(_highest.Update(value.High) - width, _lowest.Update(value.Low) + width);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="multiple">As for the constructor.</param>
    /// <param name="longStop">One slot per candle.</param>
    /// <param name="shortStop">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int period, double multiple, Span<double> longStop, Span<double> shortStop)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, longStop.Length, nameof(longStop));
        Batch.RequireLength(candles.Count, shortStop.Length, nameof(shortStop));
        var indicator = new ChandelierExit(period, multiple);
        for (int i = 0; i < candles.Count; i++)
            (longStop[i], shortStop[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The stops after one candle.</summary>
    /// <param name="Long">Below the highest high: where a long position ends.</param>
    /// <param name="Short">Above the lowest low: where a short position ends.</param>
    public readonly record struct Lines(double Long, double Short);
}
