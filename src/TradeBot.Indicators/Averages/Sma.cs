using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Simple moving average: the mean of the last n values.</summary>
/// <remarks>
/// Sums are rounded: means that are equal in decimals may differ in the last bit, that of a constant window from the constant too.
/// NaN while a NaN is in the window. The default value is invalid.
/// </remarks>
public struct Sma : IIndicator<double, double>
{
    private readonly int _period;
    private WindowSum _sum;

    /// <param name="period">How many values the mean covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Sma(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _sum = new WindowSum(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period;

    /// <summary>True once the window holds its full number of values.</summary>
    internal readonly bool IsFull => _sum.IsFull;

    /// <returns>The mean of the last n values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        double sum = _sum.Push(value);
        return _sum.IsFull ? sum / _period : double.NaN;
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination)
    {
        if (values.Overlaps(destination))
        {
            Batch.Run(new Sma(period), values, destination);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Batch.RequireLength(values.Length, destination.Length);
        destination[..Math.Min(period - 1, values.Length)].Fill(double.NaN);
        var means = new Means(destination, period);
        BlockKernel.Run<SumFold, double, Means>(default, values, period, ref means);
    }

    private readonly ref struct Means(Span<double> destination, double period) : IBlockOutput<double>
    {
        private readonly Span<double> _destination = destination;

        public void Write(int index, double older, int olderCount, double newer, int newerCount) =>
            _destination[index] = (older + newer) / period;
    }
}
