namespace TradeBot.Optimization;

/// <summary>A ledger that writes nothing down and knows of nothing.</summary>
internal sealed class NoLedger : ITrialLedger
{
    public IReadOnlyList<LedgerEntry> EntriesOn(string dataHash) => [];

    public void Append(LedgerEntry entry)
    {
        // Counting was turned off.
    }

    public void Flush()
    {
        // There is nothing to keep.
    }
}
