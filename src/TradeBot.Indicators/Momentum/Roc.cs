using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Rate of change: the change over n values in percent of the earlier one.</summary>
/// <remarks>NaN where either value is, and where the earlier one is 0. The default value is invalid.</remarks>
public struct Roc : IIndicator<double, double>
{
    private ValueWindow _window;

    /// <param name="period">Over how many values the change is taken, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Roc(int period) => _window = new ValueWindow(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length + 1;

    /// <summary>True once a change is known.</summary>
    internal readonly bool IsFull => _window.IsFull;

    /// <returns>Percent; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        bool isKnown = _window.IsFull;
        double before = _window.Push(value);
        return isKnown && before != 0 ? 100 * ((value - before) / before) : double.NaN;
    }
}
