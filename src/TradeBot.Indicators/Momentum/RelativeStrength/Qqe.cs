using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Quantitative qualitative estimation: a smoothed RSI and a line that trails it at a distance set by how much it moves.</summary>
/// <remarks>
/// The distance is the size of the smoothed RSI's changes, averaged twice over 2·n − 1, times a factor. The line turns
/// to the other side when the RSI crosses it. NaN in makes every later output NaN. The default value is invalid.
/// Source: I. Livshits, as published for MetaTrader, 2008.
/// </remarks>
public struct Qqe : IIndicator<double, Qqe.Lines>
{
    private readonly double _factor;
    private Rsi _rsi;
    private Ema _smooth, _size, _sizeAgain;
    private Change _change;
    private double _trail;
    private bool _started;

    /// <param name="rsi">Length n of the RSI, at least 1.</param>
    /// <param name="smoothing">Length of its exponential average, at least 1.</param>
    /// <param name="factor">How many sizes away the line trails; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Qqe(int rsi = 14, int smoothing = 5, double factor = 4.236)
    {
        if (!(factor > 0 && double.IsFinite(factor)))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Must be positive and finite.");
        (_rsi, _smooth, _factor) = (new Rsi(rsi), new Ema(smoothing), factor);
        _size = _sizeAgain = new Ema(checked(2 * rsi - 1));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _rsi.WarmUp + _smooth.WarmUp - 1 + 2 * _size.WarmUp - 1;

    /// <returns>Both on the scale of the RSI; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public Lines Update(in double value)
    {
        double smooth = _smooth.UpdateWhenKnown(_rsi.Update(value));
        if (double.IsNaN(smooth) || !_change.Push(smooth, out double change))
            return new Lines(double.NaN, double.NaN);

        double size = _sizeAgain.UpdateWhenKnown(_size.Update(Math.Abs(change)));
        if (double.IsNaN(size))
            return new Lines(double.NaN, double.NaN);

        Trail(smooth, _change.Before, _factor * size);
        return new Lines(Math.Clamp(smooth, 0, 100), _trail);
    }

    private void Trail(double rsi, double before, double distance)
    {
        double trail = _trail;
        if (!_started)
            (_trail, _started) = (rsi, true);
        else if (rsi < trail)
            _trail = before < trail ? Math.Min(rsi + distance, trail) : rsi + distance;
        else if (rsi > trail)
            _trail = before > trail ? Math.Max(rsi - distance, trail) : rsi - distance;
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="Smoothed">Exponential average of the RSI, from 0 to 100.</param>
    /// <param name="Trail">The line that trails it.</param>
    public readonly record struct Lines(double Smoothed, double Trail);
}
