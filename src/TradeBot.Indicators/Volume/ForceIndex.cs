using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Force index: the exponential average of the change of the close times the volume.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid. Source: A. Elder, <i>Trading for a Living</i>, 1993.
/// </remarks>
public struct ForceIndex : IIndicator<Candle, double>
{
    private Ema _average;
    private double _previous;
    private bool _started;

    /// <param name="period">Smoothing length in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public ForceIndex(int period) => _average = new Ema(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _average.WarmUp + 1;

    /// <returns>In quote currency; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double force = (value.Close - _previous) * value.Volume;
        _previous = value.Close;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        return _average.Update(force);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new ForceIndex(period), candles, destination);
}
