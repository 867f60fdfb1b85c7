namespace TradeBot.Trading;

/// <summary>The limits that every order passes.</summary>
/// <remarks>
/// | order | rule |
/// | --- | --- |
/// | only reduces a position | approved |
/// | equity is not positive | refused |
/// | gross exposure after it would exceed the limit | refused |
/// | otherwise | approved |
/// </remarks>
public sealed record RiskPolicy
{
    // Rounding to lots and ticks moves exposure by far less; a real breach by far more.
    private const double Tolerance = 1e-9;

    /// <summary>Largest sum of absolute position values as a fraction of equity; 1 means no leverage.</summary>
    public double MaxGrossExposure { get; init; } = 1;

    /// <summary>Judges an order before it is sent.</summary>
    /// <param name="positionBefore">Signed quantity held.</param>
    /// <param name="positionAfter">Signed quantity once the order has filled.</param>
    /// <param name="grossExposureAfter">Sum of absolute position values once it has filled, in quote currency.</param>
    /// <param name="equity">Cash and position value, in quote currency.</param>
    public RiskDecision Check(decimal positionBefore, decimal positionAfter, double grossExposureAfter, double equity)
    {
        bool reduces = Math.Abs(positionAfter) <= Math.Abs(positionBefore) && positionAfter * positionBefore >= 0;
        if (reduces)
            return RiskDecision.Approved;
        if (!(equity > 0))
            return RiskDecision.Refused(FormattableString.Invariant($"Equity is {equity:0.##}: nothing is left to trade with."));

        double exposure = grossExposureAfter / equity;
        return exposure <= MaxGrossExposure * (1 + Tolerance)
            ? RiskDecision.Approved
            : RiskDecision.Refused(FormattableString.Invariant(
                $"Gross exposure would be {exposure:0.###} of equity; the limit is {MaxGrossExposure:0.###}."));
    }
}
