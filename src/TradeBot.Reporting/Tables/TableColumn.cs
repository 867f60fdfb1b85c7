namespace TradeBot.Reporting;

/// <summary>What a column holds and how it is written.</summary>
/// <param name="Name">The heading.</param>
public sealed record TableColumn(string Name)
{
    /// <summary>The unit, shown under the heading; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the text of the cells stands.</summary>
    public CellAlignment Alignment { get; init; }

    /// <summary>How values are written.</summary>
    public ValueFormat Format { get; init; } = ValueFormat.Auto;

    /// <summary>Why a value may be n/a, in a few words; said under a table that has such a value. May be empty.</summary>
    public string Unknown { get; init; } = "";

    /// <summary>Heading and unit in one, such as "Fee (USDT)".</summary>
    public string Heading => Unit.Length > 0 ? $"{Name} ({Unit})" : Name;
}

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
