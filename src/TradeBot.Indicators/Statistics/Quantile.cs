using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>The quantile of the last n values.</summary>
/// <remarks>
/// Between neighbours on a straight line (type 7 of Hyndman and Fan). NaN while a NaN is in the window. The default value is
/// invalid. Source: R. Hyndman, Y. Fan, <i>The American Statistician</i> 50(4), 1996.
/// </remarks>
public struct Quantile : IIndicator<double, double>
{
    private readonly double _share;
    private OrderWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <param name="share">From 0, the smallest, to 1, the largest.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Quantile(int period, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _share = Parameter.Within(share, 0, 1);
        _window = new OrderWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In the unit of the values, within the window's range; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        return _window.IsFull ? _window.Quantile(_share) : double.NaN;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="share">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, double share, Span<double> destination) =>
        Batch.Run(new Quantile(period, share), values, destination);
}
