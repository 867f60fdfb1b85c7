using TradeBot.Indicators.Averages;

namespace TradeBot.Indicators.Momentum;

/// <summary>Moving average convergence divergence: a fast minus a slow exponential average, and the average of that.</summary>
/// <remarks>
/// Each average starts at the first value. NaN in makes every later output NaN. The default value is invalid.
/// Source: G. Appel, <i>The Moving Average Convergence-Divergence Trading Method</i>, 1979.
/// </remarks>
public struct Macd : IIndicator<double, Macd.Lines>
{
    private readonly int _warmUp;
    private Ema _fast;
    private Ema _slow;
    private Ema _signal;

    /// <param name="fast">Length of the fast average, at least 1.</param>
    /// <param name="slow">Length of the slow average, more than <paramref name="fast"/>.</param>
    /// <param name="signal">Length of the average of their difference, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Macd(int fast = 12, int slow = 26, int signal = 9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, fast);
        (_fast, _slow, _signal) = (new Ema(fast), new Ema(slow), new Ema(signal));
        _warmUp = slow + signal - 1;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <returns>The lines, in the unit of the values; NaN for the first slow + signal − 2 calls.</returns>
    public Lines Update(in double value)
    {
        double difference = _fast.Update(value) - _slow.Update(value);
        double signal = _signal.UpdateWhenKnown(difference);
        return double.IsNaN(signal) ? new Lines(double.NaN, double.NaN, double.NaN) : new Lines(difference, signal, difference - signal);
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="fast">Length of the fast average, at least 1.</param>
    /// <param name="slow">Length of the slow average, more than <paramref name="fast"/>.</param>
    /// <param name="signal">Length of the average of their difference, at least 1.</param>
    /// <param name="differences">Aligned with <paramref name="values"/>.</param>
    /// <param name="signals">Aligned with <paramref name="values"/>.</param>
    /// <param name="histogram">Aligned with <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(
        ReadOnlySpan<double> values, int fast, int slow, int signal,
        Span<double> differences, Span<double> signals, Span<double> histogram)
    {
        Batch.RequireLength(values.Length, differences.Length, nameof(differences));
        Batch.RequireLength(values.Length, signals.Length, nameof(signals));
        Batch.RequireLength(values.Length, histogram.Length, nameof(histogram));
        var seed = new Macd(fast, slow, signal);
        int start = Math.Min(seed.WarmUp, values.Length);
        for (int i = 0; i < start; i++)
            (differences[i], signals[i], histogram[i]) = seed.Update(values[i]);

        (double fastAverage, double fastWeight) = seed._fast.State;
        (double slowAverage, double slowWeight) = seed._slow.State;
        (double signalAverage, double signalWeight) = seed._signal.State;
        for (int i = start; i < values.Length; i++)
        {
            double value = values[i];
            fastAverage = Ema.Step(fastAverage, value, fastWeight);
            slowAverage = Ema.Step(slowAverage, value, slowWeight);
            double difference = fastAverage - slowAverage;
            signalAverage = Ema.Step(signalAverage, difference, signalWeight);
            (differences[i], signals[i], histogram[i]) = (difference, signalAverage, difference - signalAverage);
        }
    }

    /// <summary>The lines after one value.</summary>
    /// <param name="Difference">Fast minus slow average.</param>
    /// <param name="Signal">Average of the difference.</param>
    /// <param name="Histogram">Difference minus signal.</param>
    public readonly record struct Lines(double Difference, double Signal, double Histogram);
}
