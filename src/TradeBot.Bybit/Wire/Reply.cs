using System.Text.Json;

namespace TradeBot.Exchanges.Wire;

/// <summary>What every REST answer is wrapped in.</summary>
internal sealed record Reply<T>([property: Needed] int RetCode, string? RetMsg, [property: Needed] T? Result, JsonElement? RetExtInfo, long? Time)
    where T : class;

/// <summary>The envelope alone, for answers whose result has another shape than the one asked for.</summary>
internal sealed record ReplyHead([property: Needed] int RetCode, string? RetMsg, long? Time);

/// <summary>A result without content.</summary>
internal sealed record NoResult;

/// <summary>A result that is a list, possibly one page of several.</summary>
internal sealed record Page<T>(
    string? Category, string? Symbol, [property: Needed] IReadOnlyList<T>? List, [property: Needed] string? NextPageCursor);
