using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>MESA adaptive moving average and its follower FAMA: the weight rises with the speed at which a cycle's phase turns.</summary>
/// <remarks>
/// Values before the first are assumed equal to it; output starts only once the filters have settled on
/// the data, after 33 values. NaN in makes every later output NaN. The default value is invalid.
/// Source: J. Ehlers, <i>MESA Adaptive Moving Averages</i>, Stocks &amp; Commodities 19(9), 2001.
/// </remarks>
public struct Mama : IIndicator<double, Mama.Lines>
{
    private const int SettledAfter = 33;
    private const double Degrees = 180 / Math.PI;

    private readonly double _fastLimit, _slowLimit;
    private History8 _prices;
    private HilbertFilter _smooth, _detrender, _inPhase, _quadrature;
    private double _i2, _q2, _re, _im, _period, _phase, _mama, _fama;
    private int _count;

    /// <param name="fastLimit">Greatest weight.</param>
    /// <param name="slowLimit">Least weight.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt; slowLimit ≤ fastLimit ≤ 1.</exception>
    public Mama(double fastLimit = 0.5, double slowLimit = 0.05)
    {
        if (!(fastLimit is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fastLimit), fastLimit, "Must be in (0, 1].");
        if (!(slowLimit > 0 && slowLimit <= fastLimit))
            throw new ArgumentOutOfRangeException(nameof(slowLimit), slowLimit, "Must be positive and at most the fast limit.");
        (_fastLimit, _slowLimit) = (fastLimit, slowLimit);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => SettledAfter;

    /// <returns>Both lines, in the unit of the values; NaN for the first 32 calls.</returns>
    public Lines Update(in double value)
    {
        if (_count == 0)
            _mama = _fama = value;

        double weight = Math.Max(_slowLimit, _fastLimit / Math.Max(1, PhaseStep(value)));
        _mama += weight * (value - _mama);
        _fama += 0.5 * weight * (_mama - _fama);
        _count = Math.Min(_count + 1, SettledAfter);
        return _count < SettledAfter ? new Lines(double.NaN, double.NaN) : new Lines(_mama, _fama);
    }

    /// <summary>How far the phase fell with this value, in degrees.</summary>
    private double PhaseStep(double value)
    {
        double gain = 0.075 * _period + 0.54;
        _prices.Push(value);
        double smooth = (4 * _prices[0] + 3 * _prices[1] + 2 * _prices[2] + _prices[3]) / 10;
        double detrended = _smooth.Update(smooth, gain);
        double quadrature = _detrender.Update(detrended, gain);
        double inPhase = _detrender[3];
        MeasurePeriod(inPhase, quadrature, _inPhase.Update(inPhase, gain), _quadrature.Update(quadrature, gain));

        double before = _phase;
        if (inPhase != 0)
            _phase = Degrees * Math.Atan(quadrature / inPhase);
        return before - _phase;
    }

    /// <summary>The homodyne discriminator: the angle between successive phasors gives the period of the cycle.</summary>
    private void MeasurePeriod(double inPhase, double quadrature, double inPhaseTurned, double quadratureTurned)
    {
        (double i2, double q2) = (_i2, _q2);
        _i2 += 0.2 * (inPhase - quadratureTurned - _i2);
        _q2 += 0.2 * (quadrature + inPhaseTurned - _q2);
        _re += 0.2 * (_i2 * i2 + _q2 * q2 - _re);
        _im += 0.2 * (_i2 * q2 - _q2 * i2 - _im);

        double last = _period, period = last;
        if (_im != 0 && _re != 0)
            period = 360 / (Degrees * Math.Atan(_im / _re));
        period = Math.Max(Math.Min(period, 1.5 * last), 0.67 * last);
        _period = last + 0.2 * (Math.Clamp(period, 6, 50) - last);
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="Adaptive">MAMA.</param>
    /// <param name="Following">FAMA, with half the weight.</param>
    public readonly record struct Lines(double Adaptive, double Following);
}
