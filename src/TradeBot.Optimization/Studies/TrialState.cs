namespace TradeBot.Optimization;

/// <summary>How a trial ended.</summary>
public enum TrialState
{
    /// <summary>The evaluation gave finite values and met every requirement.</summary>
    Complete,

    /// <summary>The evaluation gave NaN or an infinity: it ran, but cannot be ranked.</summary>
    Undefined,

    /// <summary>The evaluation threw, or took longer than a trial may.</summary>
    Failed,

    /// <summary>It was given up on the way, because it fell behind.</summary>
    Pruned,

    /// <summary>It ran, and its result breaks a requirement of the study.</summary>
    Infeasible,
}
