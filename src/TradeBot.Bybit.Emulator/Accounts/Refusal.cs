namespace TradeBot.Exchanges.Emulator.Accounts;

/// <summary>A request of the account that the exchange answers with an error code; nothing has changed.</summary>
internal sealed class Refusal(int code, string message) : Exception(message)
{
    public int Code { get; } = code;

    /// <summary>What stands in the result, where the exchange states it there; null otherwise.</summary>
    public (string Code, string Message)? Reason { get; init; }

    /// <summary>A parameter that is missing or wrong.</summary>
    public static Refusal Parameter(string message) => new(10001, $"params error: {message}");
}
