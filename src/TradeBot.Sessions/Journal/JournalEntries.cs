using System.Text.Json.Serialization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>The content of a line of a journal. Times are milliseconds since 1970-01-01 UTC.</summary>
/// <remarks>
/// Some lines are inputs of a session (candles, moments, changes of state); the others are outcomes, which follow from them because
/// the same strategy on the same candles does the same. A rebuilt session reads the inputs and must reproduce the outcomes.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OpenedEntry), "opened")]
[JsonDerivedType(typeof(ContinuedEntry), "continued")]
[JsonDerivedType(typeof(CandleEntry), "candle")]
[JsonDerivedType(typeof(MomentEntry), "moment")]
[JsonDerivedType(typeof(NoticeEntry), "notice")]
[JsonDerivedType(typeof(StateEntry), "state")]
[JsonDerivedType(typeof(AbandonedEntry), "abandoned")]
[JsonDerivedType(typeof(IntentEntry), "intent")]
[JsonDerivedType(typeof(OrderEntry), "order")]
[JsonDerivedType(typeof(FilledEntry), "filled")]
[JsonDerivedType(typeof(ChargedEntry), "charged")]
[JsonDerivedType(typeof(RefusedEntry), "refused")]
[JsonDerivedType(typeof(FlattenedEntry), "flattened")]
[JsonDerivedType(typeof(ClosedEntry), "closed")]
internal abstract record JournalEntry
{
    /// <summary>Whether it is an input of the session, rather than an outcome.</summary>
    [JsonIgnore]
    public abstract bool IsInput { get; }
}

/// <summary>An input of a session.</summary>
internal abstract record InputEntry : JournalEntry
{
    public override bool IsInput => true;
}

/// <summary>An outcome.</summary>
internal abstract record OutcomeEntry : JournalEntry
{
    public override bool IsInput => false;
}

/// <summary>The first line of a journal.</summary>
/// <remarks>
/// <c>Format</c>: Version of the journal.
/// <c>Session</c>: Its name.
/// <c>Account</c>: The account.
/// <c>Strategy</c>: Its name with its parameters.
/// <c>Spec</c>: the strategy and the terms as a backtest without candles, and <c>Limits</c>: both as JSON; together they determine what the session does with its candles.
/// <c>Cash</c>: At the start, in account currency.
/// <c>Feeds</c>: Symbol and timeframe of each, those that only determine fills first.
/// <c>Unseen</c>: Number of feeds that only determine fills.
/// <c>Contracts</c>: Quote currency per contract, by symbol, where an instrument is inverse.
/// </remarks>
internal sealed record OpenedEntry(
    int Format, string Session, string Account, string Strategy, string Spec, string Limits, decimal Cash, IReadOnlyList<string> Feeds, int Unseen, IReadOnlyDictionary<string, decimal> Contracts) : InputEntry;

/// <summary>The first line of each further segment: which lines of the segment before are valid.</summary>
/// <remarks>
/// <c>Token</c>: Token of the lease under which this segment is written.
/// <c>After</c>: Token of the segment before.
/// <c>Number</c>: Number of its last valid line.
/// <c>Repaired</c>: What was left out of it, as a sentence; null if nothing.
/// </remarks>
internal sealed record ContinuedEntry(long Token, long After, long Number, string? Repaired) : InputEntry;

/// <summary>A closed candle that the session accepts.</summary>
/// <remarks><c>Mode</c>: Null if it belongs to the next moment; otherwise late, or from before the start of trading.</remarks>
internal sealed record CandleEntry(int Feed, long Open, double[] Prices, double Volume, double? Turnover, CandleMode Mode = CandleMode.Live, bool Synthetic = false) : InputEntry;

/// <summary>When a candle is shown.</summary>
internal enum CandleMode
{
    Live,
    Late,
    WarmUp,
}

/// <summary>All candles that close at this moment are recorded: the strategy decides.</summary>
/// <remarks>
/// <c>Behind</c>: The earliest time at which orders can trade, in milliseconds after the moment, because the decision was late.
/// <c>Absent</c>: Feeds whose candle did not arrive in time.
/// <c>Stale</c>: Symbols whose data are too old to trade on.
/// <c>WarmUp</c>: Whether it is before the start of trading.
/// </remarks>
internal sealed record MomentEntry(long Time, long Behind = 0, IReadOnlyList<int>? Absent = null, IReadOnlyList<string>? Stale = null, bool WarmUp = false) : InputEntry;

/// <summary>A notice about candles.</summary>
internal sealed record NoticeEntry(CandleNotice Notice) : InputEntry;

/// <summary>The trading state changes.</summary>
/// <remarks>
/// <c>State</c>: The state from now on.
/// <c>Flattens</c>: Whether all positions are closed now.
/// <c>By</c>: Who requested it: a person's pseudonym, or a part of the program.
/// <c>Why</c>: The reason, as a sentence.
/// </remarks>
internal sealed record StateEntry(TradingState State, bool Flattens, long Time, string By, string Why) : InputEntry;

/// <summary>The strategy did not return from a call, and no one waits for it any more.</summary>
/// <remarks><c>Call</c>: Number of the call, from 1.</remarks>
internal sealed record AbandonedEntry(long Call) : InputEntry;

/// <summary>The session is about to send a request to its venue.</summary>
/// <remarks><c>Link</c>: The name by which the venue knows the order; the same after a restart.</remarks>
internal sealed record IntentEntry(
    string Action, long Order, string Link, string Symbol, OrderSide Side, OrderType Type, decimal Quantity, decimal Remaining,
    double? Limit = null, double? Stop = null, double? Trail = null, bool ReduceOnly = false, ProtectiveExit Exit = ProtectiveExit.None, string? Reason = null) : OutcomeEntry;

/// <summary>A change of an order at the venue, other than a fill.</summary>
internal sealed record OrderEntry(long Order, OrderState State, long Time, decimal Quantity, string? Reason = null) : OutcomeEntry;

/// <summary>An order was filled, in part or completely.</summary>
/// <remarks><c>Paid</c>: Cash paid, without the fee; negative if cash was received.</remarks>
internal sealed record FilledEntry(
    string Execution, long Order, long Time, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal Paid, decimal Fee, bool IsMaker, FillKind Made, ExitReason? Exit = null) : OutcomeEntry;

/// <summary>Cash was charged independently of a fill.</summary>
internal sealed record ChargedEntry(decimal Amount) : OutcomeEntry;

/// <summary>An order or target of the strategy was refused.</summary>
internal sealed record RefusedEntry(long Time, string Symbol, string Reason) : OutcomeEntry;

/// <summary>The result of closing all positions.</summary>
internal sealed record FlattenedEntry(bool IsFlat, long Time) : OutcomeEntry;

/// <summary>The session ended or was stopped; it can continue later.</summary>
internal sealed record ClosedEntry(string Why) : InputEntry;
