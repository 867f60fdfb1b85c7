using System.Globalization;
using System.Text.Json.Nodes;
using TradeBot.Exchanges.Emulator.Accounts;

namespace TradeBot.Exchanges.Emulator.Private;

/// <summary>Cuts lists into pages, newest first. A cursor counts from the oldest row, so that rows which come meanwhile shift nothing.</summary>
internal static class Paging
{
    private const string CursorStart = "before:";

    /// <param name="rows">Oldest first.</param>
    /// <param name="fields">May have limit and cursor.</param>
    /// <param name="most">Rows of a page at most.</param>
    /// <param name="fallback">Rows of a page when no limit is given.</param>
    /// <param name="write">To JSON.</param>
    public static JsonObject Page<T>(IReadOnlyList<T> rows, Fields fields, int most, int fallback, Func<T, JsonObject> write)
    {
        int limit = fields.Limit(most, fallback), end = rows.Count;
        if (fields.Text("cursor") is { } cursor)
        {
            string plain = Uri.UnescapeDataString(cursor);
            bool isKnown = plain.StartsWith(CursorStart, StringComparison.Ordinal)
                && int.TryParse(plain.AsSpan(CursorStart.Length), NumberStyles.None, CultureInfo.InvariantCulture, out end);
            end = isKnown ? Math.Min(end, rows.Count) : throw Refusal.Parameter($"cursor invalid {cursor}");
        }

        var list = new JsonArray();
        int start = Math.Max(0, end - limit);
        for (int i = end - 1; i >= start; i--)
            list.Add(write(rows[i]));
        return new JsonObject
        {
            ["list"] = list,
            ["nextPageCursor"] = start > 0 ? Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{CursorStart}{start}")) : "",
        };
    }
}
