namespace TradeBot.Learning;

/// <summary>The logarithm of p / (1 − p).</summary>
internal static class LogOdds
{
    private const double Edge = 1.0 / (1 << 20);

    /// <summary>Of a probability, held within 2⁻²⁰ of 0 and 1.</summary>
    public static double Of(double probability)
    {
        double held = Math.Clamp(probability, Edge, 1 - Edge);
        return Math.Log(held / (1 - held));
    }
}
