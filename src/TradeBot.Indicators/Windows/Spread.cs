using System.Runtime.Intrinsics;

namespace TradeBot.Indicators.Windows;

/// <summary>Mean and mean distance of a window's values; four lanes are summed in the same order on every processor.</summary>
internal static class Spread
{
    /// <summary>The mean; that of equal values is exactly each of them.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double origin = values[^1];
        Vector256<double> origins = Vector256.Create(origin), lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
            lanes += Vector256.Create(values[i..]) - origins;

        double sum = Vector256.Sum(lanes);
        for (; i < values.Length; i++)
            sum += values[i] - origin;
        return origin + sum / values.Length;
    }

    /// <summary>The mean distance of the values from a centre.</summary>
    public static double MeanDistance(ReadOnlySpan<double> values, double center)
    {
        Vector256<double> centers = Vector256.Create(center), lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
            lanes += Vector256.Abs(Vector256.Create(values[i..]) - centers);

        double sum = Vector256.Sum(lanes);
        for (; i < values.Length; i++)
            sum += Math.Abs(values[i] - center);
        return sum / values.Length;
    }
}
