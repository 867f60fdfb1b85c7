namespace TradeBot.Notebooks;

/// <summary>How a case of a report ended.</summary>
public enum ReportOutcome
{
    /// <summary>As expected.</summary>
    Passed,

    /// <summary>Otherwise.</summary>
    Failed,

    /// <summary>Not reached, or left out on purpose.</summary>
    Skipped,
}
