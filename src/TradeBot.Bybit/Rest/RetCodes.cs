using System.Collections.Frozen;

namespace TradeBot.Exchanges.Rest;

/// <summary>What each of the exchange's return codes means for the caller.</summary>
internal static class RetCodes
{
    public const int Success = 0;
    public const int ClockOutside = 10002;
    public const int TooManyRequests = 10006;

    private static readonly FrozenSet<int> s_retryable = ((int[])
        [429, 10000, ClockOutside, TooManyRequests, 10016, 10019, 10403, 10429, 20003]).ToFrozenSet();

    private static readonly FrozenDictionary<int, string> s_fatal = new Dictionary<int, string>
    {
        [10003] = "the API key is not known here: keys belong to one environment (mainnet, testnet or demo)",
        [10004] = "the signature does not fit: check that the secret belongs to the key",
        [10005] = "the API key lacks a permission: grant it in the exchange's API settings",
        [10007] = "the request is not authenticated: give an API key",
        [10008] = "the account is banned or in another mode: ask the exchange",
        [10009] = "the exchange does not serve this region",
        [10010] = "the API key is bound to other addresses: add this one in the exchange's API settings",
        [10017] = "the exchange does not know this path: check the address",
        [10024] = "the exchange's compliance rules forbid it: ask the exchange",
        [10027] = "the exchange has banned this account from trading: ask the exchange",
        [10028] = "the account has to be a unified one",
        [33004] = "the API key has expired: make a new one",
    }.ToFrozenDictionary();

    /// <summary>Codes that are known neither as passing nor as final are the request's: sending it again would not help.</summary>
    public static BybitFault FaultOf(int code) =>
        s_retryable.Contains(code) ? BybitFault.Retryable : s_fatal.ContainsKey(code) ? BybitFault.Fatal : BybitFault.Caller;

    /// <summary>What to do about a code, where more can be said than the exchange's own words.</summary>
    public static string? AdviceOf(int code) => code switch
    {
        ClockOutside => "the request's time is outside the exchange's window although the clock was read anew: check the machine's clock and the network's delay",
        TooManyRequests => "too many requests: lower RequestsPerWindow, or find who else uses this address",
        _ => s_fatal.GetValueOrDefault(code),
    };
}
