using System.Collections.Concurrent;

namespace TradeBot.Exchanges.Emulator.Faults;

/// <summary>Decides by seed what goes wrong with which order, fill and message. The faults can be changed while it is in use.</summary>
internal sealed class OrderDice(EmulatorFaults faults)
{
    private const int MostInARow = 4;

    private readonly ConcurrentDictionary<string, int> _attempts = new();
    private volatile EmulatorFaults _faults = faults;
    private long _count;

    public EmulatorFaults Faults
    {
        get => _faults;
        set => _faults = value;
    }

    /// <summary>How many faults have happened.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>What goes wrong with a request; it counts how often the same one has come.</summary>
    public OrderFault Next(string request)
    {
        EmulatorFaults now = _faults;
        int attempt = _attempts.AddOrUpdate(request, 0, (_, before) => before + 1);
        if (attempt % (MostInARow + 1) == MostInARow)
            return OrderFault.None;

        double roll = FaultDice.Roll(now.Seed, request, attempt);
        foreach ((double probability, OrderFault fault) in ((double, OrderFault)[])
            [
                (now.RequestLost, OrderFault.RequestLost), (now.AnswerLost, OrderFault.AnswerLost), (now.AnswerDelayed, OrderFault.AnswerDelayed),
                (now.ErrorWithoutEffect, OrderFault.ErrorWithoutEffect), (now.ErrorAfterEffect, OrderFault.ErrorAfterEffect),
                (now.TimeoutAfterEffect, OrderFault.TimeoutAfterEffect), (now.RateLimited, OrderFault.RateLimited),
            ])
        {
            if (roll < probability)
            {
                Interlocked.Increment(ref _count);
                return fault;
            }

            roll -= probability;
        }

        return OrderFault.None;
    }

    /// <summary>Whether a fault of this probability hits the thing of this name.</summary>
    public bool Hits(double probability, string what, int number = 0)
    {
        bool isHit = probability > 0 && FaultDice.Roll(_faults.Seed, what, number) < probability;
        if (isHit)
            Interlocked.Increment(ref _count);
        return isHit;
    }

    /// <summary>A share in [0, 1) for the thing of this name.</summary>
    public double Share(string what, int number = 0) => FaultDice.Roll(_faults.Seed, what, number);
}
