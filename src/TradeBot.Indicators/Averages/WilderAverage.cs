namespace TradeBot.Indicators.Averages;

/// <summary>Wilder's average: the mean of the first n values, then <c>S += (x − S) / n</c>.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978.
/// </remarks>
public struct WilderAverage : IIndicator<double, double>
{
    private readonly int _period;
    private readonly double _share;
    private int _count;
    private double _average;

    /// <param name="period">Smoothing length, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public WilderAverage(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _share = 1.0 / period;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <summary>Processes the output of an indicator that may still be warming up: NaN is passed through.</summary>
    internal double UpdateWhenKnown(double value) => double.IsNaN(value) ? value : Update(value);

    /// <summary>The average so far, and by which share of the way it moves; for loops that carry them in registers.</summary>
    internal readonly (double Average, double Share) State => (_average, _share);

    /// <summary>One step of the recursion.</summary>
    internal static double Step(double average, double value, double share) => Math.FusedMultiplyAdd(share, value - average, average);

    /// <returns>The average so far; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        if (_count == _period)
            return _average = Step(_average, value, _share);

        _average += (value - _average) / ++_count; // the running mean while seeding
        return _count < _period ? double.NaN : _average;
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination)
    {
        Batch.RequireLength(values.Length, destination.Length);
        var seed = new WilderAverage(period);
        int start = Math.Min(period, values.Length);
        Batch.Seed(ref seed, values[..start], destination);

        (double average, double share) = seed.State;
        for (int i = start; i < values.Length; i++)
            destination[i] = average = Step(average, values[i], share);
    }
}
