using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>
/// Hurst exponent of the last n steps by rescaled range: about 0.5 for a random walk, more where moves persist, less where they
/// revert.
/// </summary>
/// <remarks>
/// The n steps are cut into 1, 2, 4, … equal parts of at least 8; the exponent is the slope of the mean rescaled range over the
/// length of a part, both as logarithms. Short windows are biased upwards: a random walk of 100 steps gives about 0.6. Usually of
/// log prices. The cost of an update grows with n. NaN where nothing moved, and while a NaN is in the window. The default value
/// is invalid. Source: H. E. Hurst, <i>Transactions of the ASCE</i> 116, 1951; B. Mandelbrot, J. Wallis, <i>Water Resources
/// Research</i> 5(5), 1969.
/// </remarks>
public struct Hurst : IIndicator<double, double>
{
    private const int Shortest = 8;

    private readonly int _period;
    private ValueWindow _window;

    /// <param name="period">How many steps are covered, at least 16.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 16.</exception>
    public Hurst(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2 * Shortest);
        _period = period;
        _window = new ValueWindow(period + 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>Mostly from 0 to 1; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;
        var slope = default(LogLogSlope);
        for (int length = _period; length >= Shortest; length /= 2)
            slope.Add(length, MeanRescaledRange(values, length));
        return slope.Value;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new Hurst(period), values, destination);

    private static double MeanRescaledRange(ReadOnlySpan<double> values, int length)
    {
        double sum = 0;
        int parts = 0;
        for (int end = values.Length - 1; end - length >= 0; end -= length)
        {
            double ratio = RescaledRange(values.Slice(end - length, length + 1));
            if (ratio == 0)
                continue;

            sum += ratio;
            parts++;
        }

        return parts == 0 ? 0 : sum / parts;
    }

    // The walk less its mean drift is the cumulated deviation of the steps from their mean.
    private static double RescaledRange(ReadOnlySpan<double> walk)
    {
        int steps = walk.Length - 1;
        double drift = (walk[^1] - walk[0]) / steps, low = 0, high = 0, squares = 0;
        for (int i = 1; i <= steps; i++)
        {
            double step = walk[i] - walk[i - 1] - drift, reached = walk[i] - walk[0] - drift * i;
            squares += step * step;
            (low, high) = (Math.Min(low, reached), Math.Max(high, reached));
        }

        return squares == 0 ? 0 : (high - low) / Math.Sqrt(squares / steps);
    }
}
