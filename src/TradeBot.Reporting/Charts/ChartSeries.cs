namespace TradeBot.Reporting;

/// <summary>Something drawn in a panel.</summary>
public abstract record ChartSeries
{
    /// <summary>The name in legend and summary; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The colour.</summary>
    public ChartColor Color { get; init; }
}
