using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Parabolic stop and reverse: a stop that approaches the price faster with every new extreme, and turns when it is touched.
/// </summary>
/// <remarks>
/// The first leg is taken as rising when the second candle's middle is not below the first's. A rising stop is never above the
/// lows of the two candles before, nor a falling one below their highs. A low that equals a rising stop touches it, and so does a
/// high that equals a falling one, as in TA-Lib and on StockCharts; Skender's library waits until the price is beyond the stop.
/// After a touch the stop is the extreme of the leg that ended; unlike Wilder's text and like Skender's library it is not moved
/// to the range of the candle that touched it; Tulip moves it to a new extreme of that candle. NaN in makes every later output NaN. The default value is invalid. Source: J. W. Wilder,
/// <i>New Concepts in Technical Trading Systems</i>, 1978.
/// </remarks>
public struct ParabolicSar : IIndicator<Candle, ParabolicSar.Lines>
{
    private readonly double _step;
    private readonly double _limit;
    private Candle _previous;
    private Candle _beforePrevious;
    private double _stop = double.NaN;
    private double _extreme;
    private double _factor;
    private bool _rising;
    private int _count;

    /// <param name="step">First acceleration and its growth with each new extreme; in (0, 1], 0.02 is Wilder's.</param>
    /// <param name="limit">Largest acceleration; in [step, 1], 0.2 is Wilder's.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public ParabolicSar(double step, double limit)
    {
        Parameter.Positive(step);
        _step = Parameter.Within(step, 0, 1);
        _limit = Parameter.Within(limit, step, 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => 2;

    /// <returns>The stop in price units and the leg's direction; NaN for the first call.</returns>
    public Lines Update(in Candle value)
    {
        if (_count == 1)
            Start(value);
        if (_count > 0)
            Advance(value);

        _count = Math.Min(_count + 1, 2);
        (_beforePrevious, _previous) = (_previous, value);
        return double.IsNaN(_stop) ? new Lines(double.NaN, double.NaN) : new Lines(_stop, _rising ? 1 : -1);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="step">As for the constructor.</param>
    /// <param name="limit">As for the constructor.</param>
    /// <param name="stop">One slot per candle.</param>
    /// <param name="direction">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, double step, double limit, Span<double> stop, Span<double> direction)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, stop.Length, nameof(stop));
        Batch.RequireLength(candles.Count, direction.Length, nameof(direction));
        var indicator = new ParabolicSar(step, limit);
        for (int i = 0; i < candles.Count; i++)
            (stop[i], direction[i]) = indicator.Update(candles[i]);
    }

    private void Start(in Candle value)
    {
        _rising = value.High + value.Low >= _previous.High + _previous.Low;
        _beforePrevious = _previous;
        (_stop, _extreme) = _rising ? (_previous.Low, _previous.High) : (_previous.High, _previous.Low);
        _factor = _step;
    }

    private void Advance(in Candle value)
    {
        double stop = _stop + _factor * (_extreme - _stop);
        stop = _rising
            ? Math.Min(stop, Math.Min(_previous.Low, _beforePrevious.Low))
            : Math.Max(stop, Math.Max(_previous.High, _beforePrevious.High));

        if (_rising ? value.Low <= stop : value.High >= stop)
        {
            _stop = _extreme;
            _rising = !_rising;
            _extreme = _rising ? value.High : value.Low;
            _factor = _step;
        }
        else
        {
            _stop = stop;
            if (_rising ? value.High > _extreme : value.Low < _extreme)
            {
                _extreme = _rising ? value.High : value.Low;
                _factor = Math.Min(_factor + _step, _limit);
            }
        }

        if (double.IsNaN(value.High) || double.IsNaN(value.Low))
            _stop = double.NaN;
    }

    /// <summary>The state after one candle.</summary>
    /// <param name="Stop">The level of this candle: below the price while rising, above it while falling.</param>
    /// <param name="Direction">1 while rising, −1 while falling.</param>
    public readonly record struct Lines(double Stop, double Direction);
}
