namespace TradeBot.Optimization;

/// <summary>How a trial ended.</summary>
public enum TrialState
{
    /// <summary>The evaluation gave a finite value.</summary>
    Complete,

    /// <summary>The evaluation gave NaN or an infinity: it ran, but cannot be ranked.</summary>
    Undefined,

    /// <summary>The evaluation threw.</summary>
    Failed,
}
