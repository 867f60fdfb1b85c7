using TradeBot.Exchanges.Wire;

namespace TradeBot.Exchanges.Rest;

/// <summary>Says what may have been meant by a symbol that the exchange does not know.</summary>
internal static class SymbolAdvice
{
    private const int Suggestions = 5;

    /// <returns>Null when the exchange does know the symbol.</returns>
    public static async Task<string?> AboutAsync(MarketRequests requests, string symbol, CancellationToken cancellationToken)
    {
        IReadOnlyList<InstrumentRow> listed = await requests.InstrumentsAsync(cancellationToken);
        string[] symbols = [.. listed.Select(row => row.Symbol ?? "")];
        if (symbols.Contains(symbol))
            return null;

        string[] near = [.. NearestName.Ranked(symbol, symbols.Where(s => s.Length > 0)).Take(Suggestions)];
        return $"'{symbol}' is no {Spelling.Of(requests.Category)} symbol of {requests.Client.Options.Address.Host}; near it are {string.Join(", ", near)}: check the spelling, which is in capitals, and the category.";
    }
}
