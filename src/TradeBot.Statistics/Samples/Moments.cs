namespace TradeBot.Statistics;

/// <summary>Mean, spread and shape of a sample.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Arithmetic mean; NaN when empty.</param>
/// <param name="StandardDeviation">Sample standard deviation, dividing by n − 1; NaN below two values.</param>
/// <param name="Skewness">Third standardised moment, dividing by n; NaN when all values are equal.</param>
/// <param name="Kurtosis">Fourth standardised moment, dividing by n: Pearson's, 3 for a normal sample; NaN when all values are equal.</param>
public readonly record struct Moments(int Count, double Mean, double StandardDeviation, double Skewness, double Kurtosis)
{
    /// <summary>Computes the moments in two passes, centred on the mean.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        int n = values.Length;

        // The running mean of a constant sample is exactly that constant, so its variance is exactly zero.
        double mean = n == 0 ? double.NaN : 0;
        for (int i = 0; i < n; i++)
            mean += (values[i] - mean) / (i + 1);

        double squares = 0, cubes = 0, fourths = 0;
        foreach (double x in values)
        {
            double d = x - mean, d2 = d * d;
            squares += d2;
            cubes += d2 * d;
            fourths += d2 * d2;
        }

        double variance = squares / n;
        return new Moments(
            n, mean, n < 2 ? double.NaN : Math.Sqrt(squares / (n - 1)),
            cubes / n / (variance * Math.Sqrt(variance)), fourths / n / (variance * variance));
    }
}
