using System.Collections.Frozen;

namespace TradeBot.Exchanges.Rest;

/// <summary>Meaning of the exchange's return codes for the caller.</summary>
internal static class RetCodes
{
    public const int Success = 0;
    public const int ClockOutside = 10002;
    public const int TooManyRequests = 10006;

    private static readonly FrozenSet<int> s_retryable = ((int[])
        [429, 10000, ClockOutside, TooManyRequests, 10016, 10019, 10403, 10429, 20003]).ToFrozenSet();

    private static readonly FrozenDictionary<int, string> s_fatal = new Dictionary<int, string>
    {
        [10003] = "the API key is unknown here: keys belong to one environment (mainnet, testnet or demo)",
        [10004] = "the signature is wrong: check that the secret belongs to the key",
        [10005] = "the API key lacks a permission: grant it in the exchange's API settings",
        [10007] = "the request is not authenticated: give an API key",
        [10008] = "the account is banned or in another mode: contact the exchange",
        [10009] = "the exchange does not serve this region",
        [10010] = "the API key is bound to other IP addresses: add this one in the exchange's API settings",
        [10017] = "the exchange does not know this path: check the address",
        [10024] = "the exchange's compliance rules forbid it: contact the exchange",
        [10027] = "the exchange has banned this account from trading: contact the exchange",
        [10028] = "a unified account is required",
        [33004] = "the API key has expired: create a new one",
    }.ToFrozenDictionary();

    /// <summary>Unknown codes are treated as the caller's fault: retrying would not help.</summary>
    public static BybitFault FaultOf(int code) =>
        s_retryable.Contains(code) ? BybitFault.Retryable : s_fatal.ContainsKey(code) ? BybitFault.Fatal : BybitFault.Caller;

    /// <summary>Advice on a code, when there is more to say than the exchange's message.</summary>
    public static string? AdviceOf(int code) => code switch
    {
        ClockOutside => "the request's time is outside the exchange's window although the clock was synchronised again: check the machine's clock and the network's delay",
        TooManyRequests => "too many requests: lower RequestsPerWindow, or find who else uses this address",
        _ => s_fatal.GetValueOrDefault(code),
    };
}
