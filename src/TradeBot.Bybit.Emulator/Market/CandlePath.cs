using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>A candle while it forms: from the open to the extreme away from the close, to the other, to the close, with even volume.</summary>
internal static class CandlePath
{
    /// <param name="whole">The candle as it will close.</param>
    /// <param name="fraction">How much of it has passed, in [0, 1).</param>
    /// <param name="decimals">Decimal places of its prices.</param>
    /// <param name="quantityDecimals">Decimal places of its volume.</param>
    public static Candle At(Candle whole, double fraction, int decimals, int quantityDecimals)
    {
        (double first, double second) = whole.Close >= whole.Open ? (whole.Low, whole.High) : (whole.High, whole.Low);
        double leg = fraction * 3;
        double last = leg switch
        {
            < 1 => Between(whole.Open, first, leg),
            < 2 => Between(first, second, leg - 1),
            _ => Between(second, whole.Close, leg - 2),
        };
        last = Math.Round(last, decimals);
        double high = Math.Max(whole.Open, last), low = Math.Min(whole.Open, last);
        if (leg >= 1)
            (high, low) = (Math.Max(high, first), Math.Min(low, first));
        if (leg >= 2)
            (high, low) = (Math.Max(high, second), Math.Min(low, second));
        return new Candle(
            whole.OpenTime, whole.Open, high, low, last, Math.Round(whole.Volume * fraction, quantityDecimals),
            double.IsNaN(whole.Turnover) ? double.NaN : Math.Round(whole.Turnover * fraction, 3));
    }

    /// <summary>Decimal places that hold every value, ten at most.</summary>
    public static int DecimalsOf(ReadOnlySpan<double> values)
    {
        const int Most = 10;
        int decimals = 0;
        foreach (double value in values)
        {
            while (decimals < Most && Math.Abs(Math.Round(value, decimals) - value) > 1e-12 * Math.Abs(value))
                decimals++;
        }

        return decimals;
    }

    private static double Between(double from, double to, double share) => from + (to - from) * share;
}
