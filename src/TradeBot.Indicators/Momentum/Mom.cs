using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Momentum: the change over n values.</summary>
/// <remarks>NaN where either value is. The default value is invalid.</remarks>
public struct Mom : IIndicator<double, double>
{
    private ValueWindow _window;

    /// <param name="period">Over how many values the change is taken, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Mom(int period) => _window = new ValueWindow(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length + 1;

    /// <returns>The change, in the unit of the values; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        bool isKnown = _window.IsFull;
        double before = _window.Push(value);
        return isKnown ? value - before : double.NaN;
    }
}
