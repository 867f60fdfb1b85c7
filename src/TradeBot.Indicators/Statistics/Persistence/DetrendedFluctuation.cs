using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>
/// Detrended fluctuation exponent of the last n values, taken as a walk: about 0.5 for a random walk, more where moves persist,
/// less where they revert.
/// </summary>
/// <remarks>
/// The window is cut into equal boxes of 4, 8, 16, … values up to a quarter of it, from its end; the exponent is the slope of the
/// root mean squared distance from each box's own regression line over the length of a box, both as logarithms. The values are
/// the walk itself (prices or their logarithms, not returns). The cost of an update grows with n. NaN where there is nothing but
/// straight lines, and while a NaN is in the window. The default value is invalid. Source: C.-K. Peng and others, <i>Physical
/// Review E</i> 49, 1994.
/// </remarks>
public struct DetrendedFluctuation : IIndicator<double, double>
{
    private const int Shortest = 4;

    private ValueWindow _window;

    /// <param name="period">How many values are covered, at least 32.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 32.</exception>
    public DetrendedFluctuation(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 32);
        WarmUp = period;
        _window = new ValueWindow(period);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>Mostly from 0 to 2; NaN for the first period − 1 calls.</returns>
    public double Update(in double value)
    {
        _window.Push(value);
        if (!_window.IsFull)
            return double.NaN;

        ReadOnlySpan<double> values = _window.Values;
        double span = Span(values);
        var slope = default(LogLogSlope);
        for (int length = Shortest; length <= values.Length / 4; length *= 2)
            slope.Add(length, Fluctuation(values, length, span));
        return slope.Value + 0 * span;
    }

    /// <summary>Runs the streaming form over a column.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">Aligned with <paramref name="values"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> destination) =>
        Batch.Run(new DetrendedFluctuation(period), values, destination);

    private static double Span(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return high - low;
    }

    private static double Fluctuation(ReadOnlySpan<double> values, int length, double span)
    {
        double sum = 0;
        int count = 0;
        for (int end = values.Length; end - length >= 0; end -= length, count += length)
            sum += SquaredResiduals(values.Slice(end - length, length));

        // What is left of straight lines is rounding, and has no exponent.
        double fluctuation = Math.Sqrt(sum / count);
        return fluctuation > 1e-13 * span ? fluctuation : 0;
    }

    private static double SquaredResiduals(ReadOnlySpan<double> box)
    {
        double n = box.Length, centre = (n - 1) / 2, origin = box[0], sum = 0, cross = 0, squares = 0;
        for (int i = 0; i < box.Length; i++)
        {
            double y = box[i] - origin;
            sum += y;
            cross += (i - centre) * y;
        }

        double mean = sum / n, slope = cross / (n * (n * n - 1) / 12);
        for (int i = 0; i < box.Length; i++)
        {
            double residual = box[i] - origin - mean - slope * (i - centre);
            squares += residual * residual;
        }

        return squares;
    }
}
