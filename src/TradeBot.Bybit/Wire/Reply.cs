using System.Text.Json;

namespace TradeBot.Exchanges.Wire;

/// <summary>Envelope of every REST response.</summary>
internal sealed record Reply<T>([property: Needed] int RetCode, string? RetMsg, [property: Needed] T? Result, JsonElement? RetExtInfo, long? Time)
    where T : class;

/// <summary>The envelope only, for responses whose result has an unexpected shape.</summary>
internal sealed record ReplyHead([property: Needed] int RetCode, string? RetMsg, long? Time);

/// <summary>An empty result.</summary>
internal sealed record NoResult;

/// <summary>A result that is a list, possibly one page of several.</summary>
internal sealed record Page<T>(
    string? Category, string? Symbol, [property: Needed] IReadOnlyList<T>? List, [property: Needed] string? NextPageCursor);
