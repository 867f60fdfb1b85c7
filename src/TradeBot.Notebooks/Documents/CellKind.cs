namespace TradeBot.Notebooks;

/// <summary>What a notebook cell holds.</summary>
public enum CellKind
{
    /// <summary>Source to execute.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text for another tool: neither executed nor rendered as prose.</summary>
    Raw,
}
