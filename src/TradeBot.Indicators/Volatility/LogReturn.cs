namespace TradeBot.Indicators.Volatility;

/// <summary>Logarithms of price ratios, unknown where a price is not positive.</summary>
internal static class LogReturn
{
    /// <summary>ln(price / previous); NaN unless both are positive.</summary>
    public static double Of(double price, double previous) =>
        price > 0 && previous > 0 ? Math.Log(price / previous) : double.NaN;

    /// <summary>The square of the logarithm; NaN unless both are positive.</summary>
    public static double Squared(double price, double previous)
    {
        double log = Of(price, previous);
        return log * log;
    }
}
