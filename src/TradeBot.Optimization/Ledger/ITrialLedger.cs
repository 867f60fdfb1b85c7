namespace TradeBot.Optimization;

/// <summary>A record of all evaluations, by the data on which they were made. Thread-safe.</summary>
public interface ITrialLedger
{
    /// <summary>The entries of one data set, in the order in which they were added.</summary>
    /// <param name="dataHash">Content hash of the data.</param>
    IReadOnlyList<LedgerEntry> EntriesOn(string dataHash);

    /// <summary>Adds an evaluation; an entry that is already there is not added again.</summary>
    void Append(LedgerEntry entry);

    /// <summary>Flushes to disk, so that the entries survive a power failure as far as the operating system guarantees it.</summary>
    void Flush();
}
