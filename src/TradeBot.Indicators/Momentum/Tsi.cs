using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>True strength index: the twice smoothed change over its twice smoothed size, from −100 to 100, and its average.</summary>
/// <remarks>
/// 0 where no change was seen. NaN in makes every later output NaN. The default value is invalid.
/// Source: W. Blau, <i>Stocks &amp; Commodities</i> 9(11), 1991.
/// </remarks>
public struct Tsi : IIndicator<double, Tsi.Lines>
{
    private readonly int _warmUp;
    private Change _change;
    private Ema _first, _second, _firstSize, _secondSize, _signal;

    /// <param name="first">Length of the first smoothing, at least 1.</param>
    /// <param name="second">Length of the second smoothing, at least 1.</param>
    /// <param name="signal">Length of the average of the index, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public Tsi(int first = 25, int second = 13, int signal = 7)
    {
        _first = _firstSize = new Ema(first);
        _second = _secondSize = new Ema(second);
        _signal = new Ema(signal);
        _warmUp = first + second + signal - 1;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <returns>Both from −100 to 100; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public Lines Update(in double value)
    {
        if (!_change.Push(value, out double change))
            return new Lines(double.NaN, double.NaN);

        double smooth = _second.UpdateWhenKnown(_first.Update(change));
        double size = _secondSize.UpdateWhenKnown(_firstSize.Update(Math.Abs(change)));
        double index = size == 0 ? 0 : Math.Clamp(100 * (smooth / size), -100, 100);
        double signal = _signal.UpdateWhenKnown(index);
        return double.IsNaN(signal) ? new Lines(double.NaN, double.NaN) : new Lines(index, Math.Clamp(signal, -100, 100));
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="Index">The index itself.</param>
    /// <param name="Signal">Exponential average of the index.</param>
    public readonly record struct Lines(double Index, double Signal);
}
