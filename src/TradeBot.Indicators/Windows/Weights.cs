using System.Runtime.Intrinsics;

namespace TradeBot.Indicators.Windows;

/// <summary>Weighted means of a window.</summary>
internal static class Weights
{
    /// <summary>Weights with the same proportions that sum to 1.</summary>
    public static double[] Normalized(int length, Func<int, double> weight)
    {
        double[] weights = [.. Enumerable.Range(0, length).Select(weight)];
        double sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }

    /// <summary>The weighted mean; NaN where a value is.</summary>
    /// <remarks>
    /// Weighs the distances from the last value, so that equal values have exactly that mean. Four lanes are summed
    /// in the same order on every processor.
    /// </remarks>
    public static double Mean(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double origin = values[^1];
        Vector256<double> origins = Vector256.Create(origin), lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
            lanes += Vector256.Create(weights[i..]) * (Vector256.Create(values[i..]) - origins);

        double sum = Vector256.Sum(lanes);
        for (; i < values.Length; i++)
            sum += weights[i] * (values[i] - origin);
        return origin + sum;
    }
}
