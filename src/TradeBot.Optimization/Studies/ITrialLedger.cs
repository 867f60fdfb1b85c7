namespace TradeBot.Optimization;

/// <summary>An append-only record of every evaluation ever made. Thread-safe.</summary>
public interface ITrialLedger
{
    /// <summary>Everything appended so far, in the order of appending.</summary>
    IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>Writes an evaluation down before the study goes on.</summary>
    void Append(LedgerEntry entry);
}
