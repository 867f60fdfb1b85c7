namespace TradeBot.Notebooks;

/// <summary>A code cell of one recorded run beside the matching cell of another.</summary>
/// <param name="Before">The cell of the first run; null where only the second has it.</param>
/// <param name="After">The cell of the second run; null where only the first has it.</param>
/// <param name="Differences">What the second shows otherwise; empty where it is not compared.</param>
public sealed record RunComparisonCell(NotebookCell? Before, NotebookCell? After, IReadOnlyList<Difference> Differences)
{
    /// <summary>The tolerance for numbers of this cell.</summary>
    public Tolerance Tolerance { get; init; } = Tolerance.Default;

    /// <summary>True when both runs have the cell, in other words.</summary>
    public bool IsEdited => Before is not null && After is not null && Before.Source != After.Source;

    /// <summary>True when both runs have the cell, with the same source and the same outputs.</summary>
    public bool Agrees => Before is not null && After is not null && !IsEdited && Differences.Count == 0;
}
