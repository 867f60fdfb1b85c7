using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Volatility;

/// <summary>A simple moving average with bands at a number of population standard deviations around it.</summary>
/// <remarks>
/// NaN while a NaN is in the window. The default value is invalid.
/// Source: J. Bollinger, <i>Bollinger on Bollinger Bands</i>, 2001.
/// </remarks>
public struct BollingerBands : IIndicator<double, BollingerBands.Band>
{
    private readonly double _deviations;
    private StandardDeviation _deviation;

    /// <param name="period">How many values the window covers, at least 1.</param>
    /// <param name="deviations">Distance of each band from the mean in standard deviations; positive, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public BollingerBands(int period, double deviations = 2)
    {
        if (!(deviations > 0 && double.IsFinite(deviations)))
            throw new ArgumentOutOfRangeException(nameof(deviations), deviations, "Must be positive and finite.");
        _deviation = new StandardDeviation(period);
        _deviations = deviations;
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _deviation.WarmUp;

    /// <returns>The bands; NaN for the first period − 1 calls.</returns>
    public Band Update(in double value)
    {
        double width = _deviations * _deviation.Update(value);
        double middle = _deviation.Mean;
        return new Band(middle - width, middle, middle + width);
    }

    /// <param name="values">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="deviations">Positive, finite.</param>
    /// <param name="lower">Aligned with <paramref name="values"/>.</param>
    /// <param name="middle">Aligned with <paramref name="values"/>.</param>
    /// <param name="upper">Aligned with <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(
        ReadOnlySpan<double> values, int period, double deviations, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        Batch.RequireLength(values.Length, lower.Length, nameof(lower));
        Batch.RequireLength(values.Length, middle.Length, nameof(middle));
        Batch.RequireLength(values.Length, upper.Length, nameof(upper));
        var bands = new BollingerBands(period, deviations);
        if (values.Overlaps(lower) || values.Overlaps(middle) || values.Overlaps(upper))
        {
            for (int i = 0; i < values.Length; i++)
                (lower[i], middle[i], upper[i]) = bands.Update(values[i]);
            return;
        }

        int warmingUp = Math.Min(period - 1, values.Length);
        lower[..warmingUp].Fill(double.NaN);
        middle[..warmingUp].Fill(double.NaN);
        upper[..warmingUp].Fill(double.NaN);
        var fold = new MomentsFold(period);
        var lines = new Lines(lower, middle, upper, period, deviations, fold);
        BlockKernel.Run<MomentsFold, MomentsFold.Moments, Lines>(fold, values, period, ref lines);
    }

    private readonly ref struct Lines(
        Span<double> lower, Span<double> middle, Span<double> upper, double period, double deviations, MomentsFold fold)
        : IBlockOutput<MomentsFold.Moments>
    {
        private readonly Span<double> _lower = lower, _middle = middle, _upper = upper;

        public void Write(int index, MomentsFold.Moments older, int olderCount, MomentsFold.Moments newer, int newerCount)
        {
            MomentsFold.Moments moments = fold.Join(older, olderCount, newer, newerCount);
            double width = deviations * Math.Sqrt(moments.Squares / period);
            _lower[index] = moments.Mean - width;
            _middle[index] = moments.Mean;
            _upper[index] = moments.Mean + width;
        }
    }

    /// <summary>The three lines after one value.</summary>
    /// <param name="Lower">Mean minus the width.</param>
    /// <param name="Middle">Mean of the window.</param>
    /// <param name="Upper">Mean plus the width.</param>
    public readonly record struct Band(double Lower, double Middle, double Upper);
}
