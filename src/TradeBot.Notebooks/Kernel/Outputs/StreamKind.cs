namespace TradeBot.Notebooks;

/// <summary>Which of the two text streams.</summary>
public enum StreamKind
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error.</summary>
    Error,
}
