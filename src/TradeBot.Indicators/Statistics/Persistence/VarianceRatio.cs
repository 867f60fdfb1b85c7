using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>
/// Variance ratio of the last n steps: the variance of moves over q steps per q times that of one step; 1 for a random walk.
/// </summary>
/// <remarks>
/// Overlapping moves and unbiased variances. More than 1 where moves persist, less where they revert. Usually of log prices.
/// The cost of an update grows with n. NaN where the steps are all equal, and while a NaN is in the window. The default value is
/// invalid. Source: A. Lo, C. MacKinlay, <i>Review of Financial Studies</i> 1(1), 1988.
/// </remarks>
public struct VarianceRatio : IIndicator<double, double>
{
    private readonly int _period;
    private readonly int _steps;
    private ValueWindow _window;

    /// <param name="period">How many steps are covered, at least 3.</param>
    /// <param name="steps">q, the length of the longer moves, from 2 to period − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public VarianceRatio(int period, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(steps, period);
        _period = period;
        _steps = steps;
        _window = new ValueWindow(period + 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>Not negative; NaN for the first period calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;
        double n = _period, q = _steps, drift = (values[^1] - values[0]) / n;
        double one = Squares(values, 1, drift) / (n - 1);
        double many = Squares(values, _steps, q * drift) / (q * (n - q + 1) * (1 - q / n));
        return one == 0 ? double.NaN : many / one;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="steps">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, int steps, Span<double> destination) =>
        Batch.Run(new VarianceRatio(period, steps), values, destination);

    private static double Squares(ReadOnlySpan<double> values, int steps, double drift)
    {
        double sum = 0;
        for (int i = steps; i < values.Length; i++)
        {
            double distance = values[i] - values[i - steps] - drift;
            sum += distance * distance;
        }

        return sum;
    }
}
