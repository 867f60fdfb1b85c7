namespace TradeBot.Optimization;

/// <summary>A record of every evaluation ever made, by the data that it was judged on. Thread-safe.</summary>
public interface ITrialLedger
{
    /// <summary>What is known of one data set, in the order in which it became known.</summary>
    /// <param name="dataHash">Content hash of the data.</param>
    IReadOnlyList<LedgerEntry> EntriesOn(string dataHash);

    /// <summary>Writes an evaluation down; one that is there already, in every word, adds nothing.</summary>
    void Append(LedgerEntry entry);

    /// <summary>Has what was appended outlive a power cut, as far as the operating system keeps its word.</summary>
    void Flush();
}
