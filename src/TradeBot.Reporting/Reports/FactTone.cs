namespace TradeBot.Reporting;

/// <summary>How a key fact is to be taken.</summary>
public enum FactTone
{
    /// <summary>As it stands.</summary>
    Neutral,

    /// <summary>It speaks for the result.</summary>
    Good,

    /// <summary>It speaks against the result.</summary>
    Bad,
}
