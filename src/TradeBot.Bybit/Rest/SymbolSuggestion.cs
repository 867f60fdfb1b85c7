using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Rest;

/// <summary>Suggests similar symbols for one that the exchange does not know.</summary>
internal static class SymbolSuggestion
{
    private const int Suggestions = 5;

    /// <returns>Null when the exchange knows the symbol.</returns>
    public static async Task<string?> AboutAsync(MarketRequests requests, string symbol, CancellationToken cancellationToken)
    {
        IReadOnlyList<InstrumentRow> listed = await requests.InstrumentsAsync(cancellationToken);
        string[] symbols = [.. listed.Select(row => row.Symbol ?? "")];
        if (symbols.Contains(symbol))
            return null;

        string[] near = [.. NearestName.Ranked(symbol, symbols.Where(s => s.Length > 0)).Take(Suggestions)];
        return $"'{symbol}' is not a {WireNames.Of(requests.Category)} symbol of {requests.Client.Options.Address.Host}; similar symbols are {string.Join(", ", near)}: symbols are in capitals; check symbol and category.";
    }
}
