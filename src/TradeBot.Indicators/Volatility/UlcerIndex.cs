using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Volatility;

/// <summary>Ulcer index: root of the mean squared fall from the highest close so far in the window, in per cent.</summary>
/// <remarks>
/// Each close of the window is compared with the highest close of the window up to it, as Skender's library does; Martin's own
/// form compares it with the highest of the n closes before it, which takes another n candles. The cost of an update grows with
/// n. NaN while a NaN is in the window. The default value is invalid. Source: P. Martin, B. McCann, <i>The Investor's Guide to
/// Fidelity Funds</i>, 1989.
/// </remarks>
public struct UlcerIndex : IIndicator<double, double>
{
    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public UlcerIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>From 0 to 100 for positive values, in per cent; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        double highest = double.NegativeInfinity, squares = 0;
        foreach (double close in _window.Values)
        {
            highest = Math.Max(highest, close);
            double fall = 100 * (close - highest) / highest;
            squares += fall * fall;
        }

        return Math.Sqrt(squares / WarmUp);
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new UlcerIndex(period), values, destination);
}
