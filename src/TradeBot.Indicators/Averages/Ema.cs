namespace TradeBot.Indicators.Averages;

/// <summary>Exponential moving average: the mean of the first n values, then <c>E += 2 / (n + 1) · (x − E)</c>.</summary>
/// <remarks>NaN in makes every later output NaN. The default value is invalid.</remarks>
public struct Ema : IIndicator<double, double>
{
    private readonly int _period;
    private readonly double _weight;
    private int _count;
    private double _average;

    /// <param name="period">Smoothing length, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Ema(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _weight = 2.0 / (period + 1.0);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <summary>The average so far, and its weight; for loops that carry them in registers.</summary>
    internal readonly (double Average, double Weight) State => (_average, _weight);

    /// <summary>Processes the output of an indicator that may still be warming up: NaN is passed through.</summary>
    internal double UpdateWhenKnown(double value) => double.IsNaN(value) ? value : Update(value);

    /// <summary>One step of the recursion.</summary>
    internal static double Step(double average, double value, double weight) => Math.FusedMultiplyAdd(weight, value - average, average);

    /// <returns>The average so far; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        if (_count == _period)
            return _average = Step(_average, value, _weight);

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
        var seed = new Ema(period);
        int start = Math.Min(period, values.Length);
        Batch.Seed(ref seed, values[..start], destination);

        (double average, double weight) = seed.State;
        for (int i = start; i < values.Length; i++)
            destination[i] = average = Step(average, values[i], weight);
    }
}
