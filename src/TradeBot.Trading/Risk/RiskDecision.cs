namespace TradeBot.Trading;

/// <summary>The answer of a risk policy: approved, or refused with a reason.</summary>
public readonly record struct RiskDecision
{
    private RiskDecision(string? reason) => Reason = reason;

    /// <summary>The order may go.</summary>
    public static RiskDecision Approved { get; }

    /// <summary>Why the order may not go, as a sentence; null when it may.</summary>
    public string? Reason { get; }

    /// <summary>True when the order may go.</summary>
    public bool IsApproved => Reason is null;

    /// <summary>The order may not go.</summary>
    /// <param name="reason">A sentence.</param>
    public static RiskDecision Refused(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new RiskDecision(reason);
    }
}
