using System.Collections.Concurrent;

namespace TradeBot.Exchanges.Emulator.Faults;

/// <summary>Decides by seed what goes wrong with which request, however the requests are interleaved.</summary>
internal sealed class FaultDice(FaultScenario scenario)
{
    private const int MostInARow = 4; // a scenario is trouble, not the end of the world

    private readonly ConcurrentDictionary<string, int> _attempts = new();

    /// <summary>What goes wrong with a request; it counts how often the same one has come.</summary>
    public RequestFault Next(string request)
    {
        int attempt = _attempts.AddOrUpdate(request, 0, (_, before) => before + 1);
        if (attempt % (MostInARow + 1) == MostInARow)
            return RequestFault.None;

        double roll = Roll(scenario.Seed, request, attempt);
        foreach ((double probability, RequestFault fault) in ((double, RequestFault)[])
            [
                (scenario.RateLimit, RequestFault.RateLimit), (scenario.RateLimitWithoutHeaders, RequestFault.RateLimitWithoutHeaders),
                (scenario.Ban, RequestFault.Ban), (scenario.ServerError, RequestFault.ServerError), (scenario.ServerCode, RequestFault.ServerCode),
                (scenario.Truncated, RequestFault.Truncated), (scenario.Invalid, RequestFault.Invalid), (scenario.Aborted, RequestFault.Aborted),
                (scenario.RepeatedRow, RequestFault.RepeatedRow),
            ])
        {
            if (roll < probability)
                return fault;
            roll -= probability;
        }

        return RequestFault.None;
    }

    /// <summary>How late an answer is.</summary>
    public TimeSpan LatencyOf(string request) => scenario.Latency * Roll(scenario.Seed + 1, request, _attempts.GetValueOrDefault(request));

    /// <summary>A number in [0, 1) that depends on all three alone (FNV-1a, then the finaliser of MurmurHash3).</summary>
    public static double Roll(int seed, string text, int number)
    {
        ulong hash = 14695981039346656037UL ^ (uint)seed;
        foreach (char letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        hash = (hash ^ (uint)number) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return ((hash ^ (hash >> 33)) >> 11) * (1.0 / (1UL << 53));
    }
}
