namespace TradeBot.Exchanges.Emulator;

/// <summary>What goes wrong with orders and private streams, and how often. The same faults and seed have the same effect on the same requests.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>fault</term><description>what a client sees, and what is true</description></listheader>
/// <item><term><see cref="RequestLost"/></term><description>The connection is closed without a response; the request has had no effect.</description></item>
/// <item><term><see cref="AnswerLost"/></term><description>The connection is closed without a response; the request has taken effect.</description></item>
/// <item><term><see cref="AnswerDelayed"/></term><description>The request takes effect at once; its response is delayed by <see cref="AnswerDelay"/>.</description></item>
/// <item><term><see cref="ErrorWithoutEffect"/></term><description>HTTP 502, on a socket code 10016; no effect.</description></item>
/// <item><term><see cref="ErrorAfterEffect"/></term><description>HTTP 504, on a socket code 10016; it has taken effect.</description></item>
/// <item><term><see cref="TimeoutAfterEffect"/></term><description>Code 10000; it has taken effect.</description></item>
/// <item><term><see cref="RateLimited"/></term><description>Code 10006; no effect.</description></item>
/// <item><term><see cref="Refused"/></term><description>A new order is refused with 110007; no effect.</description></item>
/// <item><term><see cref="RejectedLater"/></term><description>A new order is acknowledged, and then rejected on the order stream.</description></item>
/// <item><term><see cref="LateFill"/></term><description>A new order is acknowledged and waits for <see cref="FillDelay"/> before it is matched.</description></item>
/// <item><term><see cref="PartialFill"/></term><description>A fill is split into two executions; a resting order fills its second part in a later step.</description></item>
/// <item><term><see cref="FilledBeforeCancel"/></term><description>An order fills just before its cancel, which is answered with 110001.</description></item>
/// <item><term><see cref="CancelLosesRace"/></term><description>A cancel is acknowledged, but the order fills: two Filled messages, one execution.</description></item>
/// <item><term><see cref="UnknownOnCancel"/></term><description>A cancel is answered with 110001 although the order is still working.</description></item>
/// <item><term><see cref="CancelAllSparesStops"/></term><description>cancel-all succeeds, but conditional orders and position exits remain.</description></item>
/// <item><term><see cref="StaleQueries"/></term><description>Queries show orders as they were this long ago.</description></item>
/// <item><term><see cref="ExecutionsHidden"/></term><description>Pages of executions are empty: a position has changed, and no fill explains it.</description></item>
/// <item><term><see cref="EmptyNumbers"/></term><description>Balances and position margins come as empty text.</description></item>
/// <item><term><see cref="MissingFields"/></term><description>Position rows lack isReduceOnly, and order rows lack cumFeeDetail.</description></item>
/// <item><term><see cref="PositionRowsReversed"/></term><description>Of the two rows of a hedged position, the short one comes first.</description></item>
/// <item><term><see cref="MessageLost"/></term><description>A message of a private stream is never sent.</description></item>
/// <item><term><see cref="MessageRepeated"/></term><description>A message is sent twice.</description></item>
/// <item><term><see cref="MessageLate"/></term><description>A message is sent after the next one.</description></item>
/// <item><term><see cref="StreamCut"/></term><description>The private socket is closed instead of sending a message.</description></item>
/// <item><term><see cref="StreamStalled"/></term><description>A private socket answers pings but pushes nothing more after a few messages.</description></item>
/// <item><term><see cref="StreamHalfOpen"/></term><description>A private socket sends nothing at all after a few messages, and is not closed.</description></item>
/// <item><term><see cref="SubscriptionIgnored"/></term><description>A subscription is acknowledged, but nothing is pushed for it.</description></item>
/// <item><term><see cref="ExecutionsRepeated"/></term><description>A subscription to executions starts with this many past ones.</description></item>
/// </list>
/// Probabilities are per request, fill, message or connection, from 0 to 1. The same request does not fail more than four times in a row.
/// An exchange that is down is <see cref="BybitEmulator.Outage"/>. Faults that affect all requests (latency, bans, broken JSON, a clock that is ahead) are in <see cref="FaultScenario"/>.
/// </remarks>
public sealed record EmulatorFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static EmulatorFaults None { get; } = new();

    /// <summary>The names that <see cref="Named"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "answers", "refusals", "fills", "cancels", "queries", "streams", "chaos"];

    /// <summary>Decides when the faults happen.</summary>
    public int Seed { get; init; }

    /// <summary>Of an order request: the connection is closed before it takes effect.</summary>
    public double RequestLost { get; init; }

    /// <summary>Of an order request: the connection is closed after it has taken effect.</summary>
    public double AnswerLost { get; init; }

    /// <summary>Of an order request: the response is delayed.</summary>
    public double AnswerDelayed { get; init; }

    /// <summary>The delay of such a response, in real time.</summary>
    public TimeSpan AnswerDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Of an order request: a server error instead of the effect.</summary>
    public double ErrorWithoutEffect { get; init; }

    /// <summary>Of an order request: a server error after the effect.</summary>
    public double ErrorAfterEffect { get; init; }

    /// <summary>Of an order request: code 10000 after the effect.</summary>
    public double TimeoutAfterEffect { get; init; }

    /// <summary>Of an order request: code 10006.</summary>
    public double RateLimited { get; init; }

    /// <summary>Of a new order: refused with 110007.</summary>
    public double Refused { get; init; }

    /// <summary>Of a new order: rejected after it was acknowledged.</summary>
    public double RejectedLater { get; init; }

    /// <summary>Of a new order: it waits before it is matched.</summary>
    public double LateFill { get; init; }

    /// <summary>How long it waits, in the exchange's time.</summary>
    public TimeSpan FillDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Of a fill: split into two.</summary>
    public double PartialFill { get; init; }

    /// <summary>Of a cancel: the order has just been filled, 110001.</summary>
    public double FilledBeforeCancel { get; init; }

    /// <summary>Of a cancel: acknowledged, but the order fills.</summary>
    public double CancelLosesRace { get; init; }

    /// <summary>Of a cancel: 110001 for an order that is still working.</summary>
    public double UnknownOnCancel { get; init; }

    /// <summary>True when cancel-all leaves conditional orders and position exits.</summary>
    public bool CancelAllSparesStops { get; init; }

    /// <summary>How far queries of orders lag, in the exchange's time.</summary>
    public TimeSpan StaleQueries { get; init; }

    /// <summary>True when pages of executions are empty.</summary>
    public bool ExecutionsHidden { get; init; }

    /// <summary>True when balances and position margins are empty text.</summary>
    public bool EmptyNumbers { get; init; }

    /// <summary>True when rows lack fields that are documented.</summary>
    public bool MissingFields { get; init; }

    /// <summary>True when the short row of a hedged position comes first.</summary>
    public bool PositionRowsReversed { get; init; }

    /// <summary>Of a message: never sent.</summary>
    public double MessageLost { get; init; }

    /// <summary>Of a message: sent twice.</summary>
    public double MessageRepeated { get; init; }

    /// <summary>Of a message: sent after the next.</summary>
    public double MessageLate { get; init; }

    /// <summary>Of a message: the socket is closed instead.</summary>
    public double StreamCut { get; init; }

    /// <summary>Of a connection: pongs, but no more messages. Two of three connections at most.</summary>
    public double StreamStalled { get; init; }

    /// <summary>Of a connection: nothing more at all. Two of three connections at most.</summary>
    public double StreamHalfOpen { get; init; }

    /// <summary>Of a subscription: acknowledged and ignored.</summary>
    public double SubscriptionIgnored { get; init; }

    /// <summary>How many past executions a subscription to them starts with; not negative.</summary>
    public int ExecutionsRepeated { get; init; }

    /// <summary>Faults by name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="seed">Decides when the faults happen, and for chaos how often each does.</param>
    /// <exception cref="ArgumentException">There are no faults of this name.</exception>
    public static EmulatorFaults Named(string name, int seed) => name switch
    {
        "none" => None with { Seed = seed },
        "answers" => new() { Seed = seed, RequestLost = 0.1, AnswerLost = 0.1, AnswerDelayed = 0.1, ErrorWithoutEffect = 0.05, ErrorAfterEffect = 0.05, TimeoutAfterEffect = 0.05 },
        "refusals" => new() { Seed = seed, RateLimited = 0.1, Refused = 0.1, RejectedLater = 0.1 },
        "fills" => new() { Seed = seed, LateFill = 0.3, PartialFill = 0.5 },
        "cancels" => new() { Seed = seed, FilledBeforeCancel = 0.15, CancelLosesRace = 0.15, UnknownOnCancel = 0.15, CancelAllSparesStops = true },
        "queries" => new() { Seed = seed, StaleQueries = TimeSpan.FromSeconds(1), EmptyNumbers = true, MissingFields = true, PositionRowsReversed = true },
        "streams" => new() { Seed = seed, MessageLost = 0.05, MessageRepeated = 0.1, MessageLate = 0.1, StreamCut = 0.02, StreamStalled = 0.1, StreamHalfOpen = 0.1, SubscriptionIgnored = 0.1, ExecutionsRepeated = 5 },
        "chaos" => Chaos(seed),
        _ => throw new ArgumentException($"'{name}' is not a set of order faults; accepted are {string.Join(", ", Names)}.", nameof(name)),
    };

    private static EmulatorFaults Chaos(int seed)
    {
        var random = new Random(seed);
        double Up(double most) => random.NextDouble() * most;
        return new EmulatorFaults
        {
            Seed = seed,
            RequestLost = Up(0.05),
            AnswerLost = Up(0.05),
            AnswerDelayed = Up(0.05),
            AnswerDelay = TimeSpan.FromMilliseconds(Up(100)),
            ErrorWithoutEffect = Up(0.04),
            ErrorAfterEffect = Up(0.04),
            TimeoutAfterEffect = Up(0.04),
            RateLimited = Up(0.04),
            Refused = Up(0.03),
            RejectedLater = Up(0.04),
            LateFill = Up(0.1),
            PartialFill = Up(0.4),
            FilledBeforeCancel = Up(0.1),
            CancelLosesRace = Up(0.1),
            UnknownOnCancel = Up(0.05),
            CancelAllSparesStops = random.NextDouble() < 0.3,
            StaleQueries = TimeSpan.FromMilliseconds(Up(500)),
            MessageLost = Up(0.04),
            MessageRepeated = Up(0.1),
            MessageLate = Up(0.1),
            StreamCut = Up(0.02),
            StreamStalled = Up(0.1),
            StreamHalfOpen = Up(0.1),
            SubscriptionIgnored = Up(0.05),
            ExecutionsRepeated = random.Next(4),
        };
    }

    internal void Check()
    {
        foreach ((string name, double probability) in ((string, double)[])
            [
                (nameof(RequestLost), RequestLost), (nameof(AnswerLost), AnswerLost), (nameof(AnswerDelayed), AnswerDelayed), (nameof(ErrorWithoutEffect), ErrorWithoutEffect),
                (nameof(ErrorAfterEffect), ErrorAfterEffect), (nameof(TimeoutAfterEffect), TimeoutAfterEffect), (nameof(RateLimited), RateLimited), (nameof(Refused), Refused),
                (nameof(RejectedLater), RejectedLater), (nameof(LateFill), LateFill), (nameof(PartialFill), PartialFill), (nameof(FilledBeforeCancel), FilledBeforeCancel),
                (nameof(CancelLosesRace), CancelLosesRace), (nameof(UnknownOnCancel), UnknownOnCancel), (nameof(MessageLost), MessageLost), (nameof(MessageRepeated), MessageRepeated),
                (nameof(MessageLate), MessageLate), (nameof(StreamCut), StreamCut), (nameof(StreamStalled), StreamStalled), (nameof(StreamHalfOpen), StreamHalfOpen),
                (nameof(SubscriptionIgnored), SubscriptionIgnored),
            ])
        {
            if (!(probability is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(name, probability, "A probability is from 0 to 1.");
        }

        if (ExecutionsRepeated < 0 || AnswerDelay < TimeSpan.Zero || FillDelay < TimeSpan.Zero || StaleQueries < TimeSpan.Zero)
            throw new ArgumentException("ExecutionsRepeated, AnswerDelay, FillDelay and StaleQueries must not be negative.");
    }
}
