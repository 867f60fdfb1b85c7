using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>The middle between the highest and the lowest of the last n values.</summary>
/// <remarks>NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct Midpoint : IIndicator<double, double>
{
    private ExtremeWindow _highest;
    private ExtremeWindow _lowest;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Midpoint(int period) => (_highest, _lowest) = (ExtremeWindow.Highest(period), ExtremeWindow.Lowest(period));

    /// <inheritdoc/>
    public readonly int WarmUp => _highest.Length;

    /// <returns>The middle; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double highest = _highest.Push(value), lowest = _lowest.Push(value);
        return _highest.IsFull ? lowest + 0.5 * (highest - lowest) : double.NaN;
    }
}
