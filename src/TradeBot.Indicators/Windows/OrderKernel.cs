namespace TradeBot.Indicators.Windows;

/// <summary>The batch form of a quantile of an <see cref="OrderWindow"/>.</summary>
internal static class OrderKernel
{
    /// <summary>Computes the quantile of every full window of a series.</summary>
    /// <param name="values">Oldest first.</param>
    /// <param name="length">How many values the window holds, at least 1.</param>
    /// <param name="share">The share of the window that is below, in [0, 1].</param>
    /// <param name="destination">Aligned with <paramref name="values"/>, other memory; NaN before the first full window and while a NaN is in it.</param>
    public static void Quantile(ReadOnlySpan<double> values, int length, double share, Span<double> destination)
    {
        var rows = new SortedRows(length);
        var place = new QuantilePlace(length, share);
        int unknownUntil = length - 1;
        for (int i = 0; i < values.Length; i++)
        {
            double leaving = i < length ? double.PositiveInfinity : OrderWindow.Entry(values[i - length]);
            rows.Replace(leaving, OrderWindow.Entry(values[i]));
            if (double.IsNaN(values[i]))
                unknownUntil = i + length;
            destination[i] = i < unknownUntil ? double.NaN : place.Of(rows.Places);
        }
    }
}
