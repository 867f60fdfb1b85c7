namespace TradeBot.Learning;

/// <summary>Which error is held when many features are tested at once.</summary>
public enum ErrorControl
{
    /// <summary>The chance of keeping even one feature that tells nothing (Holm).</summary>
    FamilyWise,

    /// <summary>The expected share of features that tell nothing among those kept (Benjamini and Yekutieli).</summary>
    FalseDiscovery,
}
