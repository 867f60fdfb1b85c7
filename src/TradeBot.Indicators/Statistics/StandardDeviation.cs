using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>Population standard deviation of the last n values, dividing by n.</summary>
/// <remarks>
/// A constant window gives exactly 0, and prices far from 0 lose no precision. NaN while a NaN is in the window. The
/// default value is invalid.
/// </remarks>
public struct StandardDeviation : IIndicator<double, double>
{
    private readonly MomentsFold _fold;
    private BlockWindow<MomentsFold, MomentsFold.WindowMoments> _window;

    /// <param name="period">How many values are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public StandardDeviation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _fold = new MomentsFold(period);
        _window = new BlockWindow<MomentsFold, MomentsFold.WindowMoments>(period, _fold);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _window.Length;

    /// <summary>Mean of the window after the last update; NaN while it fills.</summary>
    public double Mean { readonly get; private set; } = double.NaN;

    /// <returns>Not negative, in the unit of the values; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        MomentsFold.WindowMoments moments = _fold.Join(_window.Older, _window.Newer, _window.NewerCount);
        Mean = moments.Mean;
        return _fold.Deviation(moments);
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination)
    {
        if (values.Overlaps(destination))
        {
            Batch.Run(new StandardDeviation(period), values, destination);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        Batch.RequireLength(values.Length, destination.Length);
        var kernel = new MomentsKernel(values, period);
        while (kernel.Next())
            kernel.Deviations.CopyTo(destination[kernel.Start..]);
    }
}
