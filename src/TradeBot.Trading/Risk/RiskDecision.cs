namespace TradeBot.Trading;

/// <summary>The decision of a risk policy: approved, or refused with a reason.</summary>
public readonly record struct RiskDecision
{
    private RiskDecision(string? reason) => Reason = reason;

    /// <summary>The order is approved.</summary>
    public static RiskDecision Approved { get; }

    /// <summary>Why the order is refused, as a sentence; null when it is approved.</summary>
    public string? Reason { get; }

    /// <summary>True when the order is approved.</summary>
    public bool IsApproved => Reason is null;

    /// <summary>The order is refused.</summary>
    /// <param name="reason">A sentence.</param>
    public static RiskDecision Refused(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new RiskDecision(reason);
    }
}
