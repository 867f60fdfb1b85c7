namespace TradeBot.Notebooks;

/// <summary>What a run did with a cell.</summary>
public enum CellStatus
{
    /// <summary>Not reached, because an earlier cell failed or the run was cancelled.</summary>
    NotRun,

    /// <summary>Ran as expected: to its end, or into the exception that its tag announces.</summary>
    Succeeded,

    /// <summary>Failed, or did not raise the exception that its tag announces.</summary>
    Failed,

    /// <summary>Tagged to be left out.</summary>
    Skipped,
}
