namespace TradeBot.Exchanges.Emulator.Streams;

/// <summary>The ids that order requests have had: none is used twice, on whatever connection.</summary>
internal sealed class TradeRequestIds
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = [];

    /// <returns>False for one that was used before.</returns>
    public bool Add(string id)
    {
        lock (_gate)
            return _ids.Add(id);
    }
}
