namespace TradeBot.Notebooks;

/// <summary>How a notebook is run.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>Values for the cell tagged <c>parameters</c>, by variable name, as text in invariant form.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one cell may run; unlimited by default.</summary>
    public TimeSpan CellTimeLimit { get; init; } = Timeout.InfiniteTimeSpan;
}
