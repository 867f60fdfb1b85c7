using System.Numerics.Tensors;
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
        double width = _deviation.Update(value) * _deviations;
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

        var kernel = new MomentsKernel(values, period);
        Span<double> widths = new double[kernel.Stretch];
        while (kernel.Next())
        {
            int start = kernel.Start;
            Span<double> width = widths[..kernel.Means.Length];
            TensorPrimitives.Multiply(kernel.Deviations, deviations, width);
            TensorPrimitives.Subtract(kernel.Means, width, lower[start..]);
            kernel.Means.CopyTo(middle[start..]);
            TensorPrimitives.Add(kernel.Means, width, upper[start..]);
        }
    }

    /// <summary>The three lines after one value.</summary>
    /// <param name="Lower">Mean minus the width.</param>
    /// <param name="Middle">Mean of the window.</param>
    /// <param name="Upper">Mean plus the width.</param>
    public readonly record struct Band(double Lower, double Middle, double Upper);
}
