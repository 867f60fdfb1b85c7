namespace TradeBot.Optimization.Overfitting;

/// <summary>Mean and sum of squared deviations.</summary>
internal readonly record struct Moments(int Count, double Mean, double Squares)
{
    /// <summary>The moments of a series; equal values have exactly zero squares. Source: Welford, 1962.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        double mean = 0, squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double delta = values[i] - mean;
            mean += delta / (i + 1);
            squares += delta * (values[i] - mean);
        }

        return new(values.Length, mean, squares);
    }
}
