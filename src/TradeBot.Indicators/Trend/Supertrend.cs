using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// A stop at a multiple of the average true range from the middle of the candle, which only tightens until the close crosses it.
/// </summary>
/// <remarks>
/// The first direction is rising when the close is above the lower band of the first candle that is known and not below its
/// middle. A close on a band does not rise above it: on the lower band it turns a rising line, on the upper band it leaves a
/// falling one, as in Skender's library. NaN in makes every later output NaN. The
/// default value is invalid. Source: O. Seban; the recursion is that of Skender's library.
/// </remarks>
public struct Supertrend : IIndicator<Candle, Supertrend.Lines>
{
    private readonly double _multiple;
    private Atr _atr;
    private double _upper = double.NaN;
    private double _lower = double.NaN;
    private double _previousClose;
    private bool _rising;

    /// <param name="period">Smoothing length of the average true range, at least 1; 10 is usual.</param>
    /// <param name="multiple">Distance in average true ranges; positive, finite; 3 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Supertrend(int period, double multiple)
    {
        _atr = new Atr(period);
        _multiple = Parameter.Positive(multiple);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _atr.WarmUp;

    /// <returns>The stop in price units and the direction; NaN for the first period calls.</returns>
    public Lines Update(in Candle value)
    {
        double width = _multiple * _atr.Update(value);
        if (double.IsNaN(width))
            return new Lines(double.NaN, double.NaN);

        double middle = (value.High + value.Low) / 2, upper = middle + width, lower = middle - width;
        if (double.IsNaN(_upper))
            (_upper, _lower, _rising) = (upper, lower, value.Close >= middle);
        if (upper < _upper || _previousClose > _upper)
            _upper = upper;
        if (lower > _lower || _previousClose < _lower)
            _lower = lower;

        _rising = value.Close > (_rising ? _lower : _upper);
        _previousClose = value.Close;
        return _rising ? new Lines(_lower, 1) : new Lines(_upper, -1);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="multiple">As for the constructor.</param>
    /// <param name="stop">One slot per candle.</param>
    /// <param name="direction">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, double multiple, Span<double> stop, Span<double> direction)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, stop.Length, nameof(stop));
        Batch.RequireLength(candles.Count, direction.Length, nameof(direction));
        var indicator = new Supertrend(period, multiple);
        for (int i = 0; i < candles.Count; i++)
            (stop[i], direction[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The state after one candle.</summary>
    /// <param name="Stop">The lower band while rising, the upper band while falling.</param>
    /// <param name="Direction">1 while rising, −1 while falling.</param>
    public readonly record struct Lines(double Stop, double Direction);
}
