namespace TradeBot.Optimization.Overfitting;

/// <summary>Percentiles of a sample.</summary>
internal static class Percentiles
{
    /// <summary>The value below which a share of the sample lies, between its neighbours in proportion; NaN for an empty one.</summary>
    public static double Of(double[] ascending, double share)
    {
        if (ascending.Length == 0)
            return double.NaN;
        double at = share * (ascending.Length - 1);
        int low = (int)at;
        return low + 1 == ascending.Length ? ascending[low] : ascending[low] + (at - low) * (ascending[low + 1] - ascending[low]);
    }
}
