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

        string[] near = [.. symbols.Where(s => s.Length > 0).OrderBy(s => Distance(symbol.ToUpperInvariant(), s)).ThenBy(s => s, StringComparer.Ordinal).Take(Suggestions)];
        return $"'{symbol}' is no {Spelling.Of(requests.Category)} symbol of {requests.Client.Options.Address.Host}; near it are {string.Join(", ", near)}: check the spelling, which is in capitals, and the category.";
    }

    /// <summary>Letters to insert, delete or replace (Levenshtein 1966).</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
