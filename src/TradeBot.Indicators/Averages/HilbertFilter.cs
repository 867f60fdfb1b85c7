using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Ehlers' discrete Hilbert transform: turns a cycle by a quarter of its period.</summary>
/// <remarks>Source: J. Ehlers, <i>Rocket Science for Traders</i>, 2001.</remarks>
internal struct HilbertFilter
{
    private History8 _values;

    /// <summary>The value a number of steps ago.</summary>
    public readonly double this[int age] => _values[age];

    /// <summary>Appends a value and returns the transform, three steps late.</summary>
    /// <param name="value">The next value.</param>
    /// <param name="gain">Corrects the amplitude for the period of the cycle.</param>
    public double Update(double value, double gain)
    {
        // Differences first: a flat series gives exactly 0, and a shift changes nothing.
        _values.Push(value);
        return (0.0962 * (_values[0] - _values[6]) + 0.5769 * (_values[2] - _values[4])) * gain;
    }
}
