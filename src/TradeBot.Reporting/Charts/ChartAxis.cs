namespace TradeBot.Reporting;

/// <summary>An axis: title, unit, scale and ends.</summary>
public sealed record ChartAxis
{
    /// <summary>How values become positions.</summary>
    public AxisKind Kind { get; init; }

    /// <summary>The title, such as "Equity"; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The unit, such as "USDT"; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True when values are fractions to be shown as percentages: 0.05 is labelled 5%.</summary>
    public bool Percent { get; init; }

    /// <summary>Lower end; NaN for that of the data.</summary>
    public double Minimum { get; init; } = double.NaN;

    /// <summary>Upper end; NaN for that of the data.</summary>
    public double Maximum { get; init; } = double.NaN;

    /// <summary>Names of a category axis; empty for the other kinds.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Title and unit in one, such as "Equity (USDT)".</summary>
    public string Caption => (Title, Unit) switch
    {
        (_, "") => Title,
        ("", _) => Unit,
        _ => $"{Title} ({Unit})",
    };
}
