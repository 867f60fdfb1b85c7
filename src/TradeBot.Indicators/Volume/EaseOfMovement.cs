using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Ease of movement: how far the middle of the candle moved per volume, the simple average over n candles.</summary>
/// <remarks>
/// <c>Δ((high + low) / 2) · (high − low) · scale / volume</c>. A candle without volume moved with no ease: 0.
/// NaN while a NaN is in the window. The default value is invalid.
/// Source: R. Arms, as described by S. Achelis, <i>Technical Analysis from A to Z</i>, 1995.
/// </remarks>
public struct EaseOfMovement : IIndicator<Candle, double>
{
    private readonly double _scale;
    private Sma _average;
    private double _previous;
    private bool _started;

    /// <param name="period">Length of the average in candles, at least 1; 14 is usual.</param>
    /// <param name="scale">What the result is multiplied with to be of a readable size; positive, finite; 10,000 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public EaseOfMovement(int period, double scale)
    {
        _average = new Sma(period);
        _scale = Parameter.Positive(scale);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _average.WarmUp + 1;

    /// <returns>In squared price units per volume, times the scale; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double middle = (value.High + value.Low) / 2, move = (middle - _previous) * (value.High - value.Low);
        _previous = middle;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        return _average.Update(value.Volume == 0 ? 0 * move : _scale * move / value.Volume);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="scale">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, double scale, Span<double> destination) =>
        Batch.Run(new EaseOfMovement(period, scale), candles, destination);
}
