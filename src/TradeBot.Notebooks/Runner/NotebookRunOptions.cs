namespace TradeBot.Notebooks;

/// <summary>How a notebook is run.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>Values for the cell tagged <c>parameters</c>, by variable name, as text in invariant form.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How long one cell may run; unlimited by default.</summary>
    public TimeSpan CellTimeLimit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How long the whole notebook may run; unlimited by default.</summary>
    public TimeSpan TimeLimit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>True to run the cells after one that failed, too.</summary>
    public bool ContinuesAfterError { get; init; }

    /// <summary>Tags whose cells are left as they are, besides <c>skip</c>: such as <c>slow</c>.</summary>
    public IReadOnlySet<string> SkippedTags { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What must not be recorded; nothing by default.</summary>
    public SecretRedactor Redactor { get; init; } = SecretRedactor.None;

    /// <summary>How to start a process for the notebook's cells; null runs them in this process, which no cell can then be stopped by force.</summary>
    public WorkerCommand? Worker { get; init; }
}
