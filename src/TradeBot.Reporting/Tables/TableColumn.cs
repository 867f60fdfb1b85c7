namespace TradeBot.Reporting;

/// <summary>A column of a table: heading, unit, alignment and format.</summary>
/// <param name="Name">The heading.</param>
public sealed record TableColumn(string Name)
{
    /// <summary>The unit, shown under the heading; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The alignment of the cells.</summary>
    public CellAlignment Alignment { get; init; }

    /// <summary>How values are written.</summary>
    public ValueFormat Format { get; init; } = ValueFormat.Auto;

    /// <summary>Why a value may be n/a, in a few words; shown under a table that has such a value. May be empty.</summary>
    public string Unknown { get; init; } = "";

    /// <summary>Heading and unit in one, such as "Fee (USDT)".</summary>
    public string Heading => Unit.Length > 0 ? $"{Name} ({Unit})" : Name;
}

/// <summary>The alignment of a cell's text.</summary>
public enum CellAlignment
{
    /// <summary>Left, for text.</summary>
    Left,

    /// <summary>Right, for numbers.</summary>
    Right,

    /// <summary>Centred, for marks.</summary>
    Center,
}
