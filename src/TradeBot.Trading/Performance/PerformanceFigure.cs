namespace TradeBot.Trading;

/// <summary>One figure, ready to be shown.</summary>
/// <param name="Name">The field's term.</param>
/// <param name="Value">NaN when undefined.</param>
/// <param name="Unit">How to read the value.</param>
/// <param name="Definition">What it is, in one sentence.</param>
/// <param name="Source">Where the definition comes from; empty for plain arithmetic.</param>
public readonly record struct PerformanceFigure(string Name, double Value, FigureUnit Unit, string Definition, string Source = "")
{
    /// <summary>Why the value is undefined, in a few words such as "there was no trade"; null where it is defined.</summary>
    public string? Reason { get; init; }
}
