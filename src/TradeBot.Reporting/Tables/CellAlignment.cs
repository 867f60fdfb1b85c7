namespace TradeBot.Reporting;

/// <summary>Where the text of a table cell stands.</summary>
public enum CellAlignment
{
    /// <summary>Words.</summary>
    Left,

    /// <summary>Numbers.</summary>
    Right,

    /// <summary>Marks.</summary>
    Center,
}
