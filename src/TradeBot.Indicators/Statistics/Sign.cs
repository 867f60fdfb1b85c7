namespace TradeBot.Indicators;

/// <summary>The sign of a number that may be unknown.</summary>
internal static class Sign
{
    /// <summary>−1, 0 or 1; NaN of NaN.</summary>
    public static double Of(double value) => value > 0 ? 1 : value < 0 ? -1 : value == 0 ? 0 : double.NaN;
}
