namespace TradeBot.Indicators.Statistics;

/// <summary>Central moments of a window, in two passes from a member of it, so that large values stay precise.</summary>
internal static class CentralMoments
{
    /// <summary>The means of the second, third and fourth powers of the distances from the mean.</summary>
    public static (double Second, double Third, double Fourth) Of(ReadOnlySpan<double> values)
    {
        double origin = values[0], sum = 0;
        foreach (double value in values)
            sum += value - origin;

        double mean = sum / values.Length, second = 0, third = 0, fourth = 0;
        foreach (double value in values)
        {
            double distance = value - origin - mean, square = distance * distance;
            second += square;
            third += square * distance;
            fourth += square * square;
        }

        return (second / values.Length, third / values.Length, fourth / values.Length);
    }
}
