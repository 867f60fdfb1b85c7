using System.Text.Json.Serialization;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>What a line of a journal says. Times are milliseconds since 1970-01-01 UTC.</summary>
/// <remarks>
/// Some lines are told to a session from outside (candles, moments, changes of state); the others follow from them, since the
/// same strategy on the same candles does the same. A session that is rebuilt reads the former and must come to the latter.
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
    /// <summary>Whether it is told to the session, rather than follow from what was told.</summary>
    [JsonIgnore]
    public abstract bool IsInput { get; }
}

/// <summary>What is told to a session.</summary>
internal abstract record InputEntry : JournalEntry
{
    public override bool IsInput => true;
}

/// <summary>What follows.</summary>
internal abstract record OutcomeEntry : JournalEntry
{
    public override bool IsInput => false;
}

/// <summary>The first line of all.</summary>
/// <remarks>
/// <c>Format</c>: Version of the journal.
/// <c>Session</c>: Its name.
/// <c>Account</c>: Whose orders these are.
/// <c>Strategy</c>: Its name with its parameters.
/// <c>Spec</c>: the strategy and the terms as a backtest without candles, and <c>Limits</c>: both as JSON; all that decides what the session does with its candles.
/// <c>Cash</c>: At the start, in account currency.
/// <c>Feeds</c>: Symbol and timeframe of each, those that only fills follow first.
/// <c>Unseen</c>: How many of the feeds only fills follow.
/// <c>Contracts</c>: Quote currency per contract, by symbol, where an instrument is inverse.
/// </remarks>
internal sealed record OpenedEntry(
    int Format, string Session, string Account, string Strategy, string Spec, string Limits, decimal Cash, IReadOnlyList<string> Feeds, int Unseen, IReadOnlyDictionary<string, decimal> Contracts) : InputEntry;

/// <summary>The first line of each further segment: which lines of the segment before count.</summary>
/// <remarks>
/// <c>Token</c>: Of the lease under which this segment is written.
/// <c>After</c>: Token of the segment before.
/// <c>Number</c>: Of its last line that counts.
/// <c>Repaired</c>: What was left out of it, as a sentence; null when nothing was.
/// </remarks>
internal sealed record ContinuedEntry(long Token, long After, long Number, string? Repaired) : InputEntry;

/// <summary>A closed candle that the session takes.</summary>
/// <remarks><c>Mode</c>: Null when it belongs to the next moment; late, or of the time before trading began.</remarks>
internal sealed record CandleEntry(int Feed, long Open, double[] Prices, double Volume, double? Turnover, CandleMode Mode = CandleMode.Live, bool Synthetic = false) : InputEntry;

/// <summary>When a candle is shown.</summary>
internal enum CandleMode
{
    Live,
    Late,
    WarmUp,
}

/// <summary>The candles since the last moment are all that closed now: the strategy decides.</summary>
/// <remarks>
/// <c>Behind</c>: How many milliseconds after the moment orders can trade at the earliest, because the candles came late.
/// <c>Absent</c>: Feeds whose candle did not come in time.
/// <c>Stale</c>: Symbols whose data are too old to trade on.
/// <c>WarmUp</c>: Whether trading has not begun.
/// </remarks>
internal sealed record MomentEntry(long Time, long Behind = 0, IReadOnlyList<int>? Absent = null, IReadOnlyList<string>? Stale = null, bool WarmUp = false) : InputEntry;

/// <summary>Something about the candles.</summary>
internal sealed record NoticeEntry(CandleNotice Notice) : InputEntry;

/// <summary>The session may do something else from now on.</summary>
/// <remarks>
/// <c>State</c>: From now on.
/// <c>Flattens</c>: Whether everything is closed now.
/// <c>By</c>: Who wanted it: a person's pseudonym, or a part of the program.
/// <c>Why</c>: A sentence.
/// </remarks>
internal sealed record StateEntry(TradingState State, bool Flattens, long Time, string By, string Why) : InputEntry;

/// <summary>The strategy did not come back from a call, and never will.</summary>
/// <remarks><c>Call</c>: Which of its calls, counted from 1.</remarks>
internal sealed record AbandonedEntry(long Call) : InputEntry;

/// <summary>The session is about to ask its venue for something.</summary>
/// <remarks><c>Link</c>: The name by which the venue knows the order; the same after a restart.</remarks>
internal sealed record IntentEntry(
    string Action, long Order, string Link, string Symbol, OrderSide Side, OrderType Type, decimal Quantity, decimal Remaining,
    double? Limit = null, double? Stop = null, double? Trail = null, bool ReduceOnly = false, ProtectiveExit Exit = ProtectiveExit.None, string? Reason = null) : OutcomeEntry;

/// <summary>The venue's word on an order, fills apart.</summary>
internal sealed record OrderEntry(long Order, OrderState State, long Time, decimal Quantity, string? Reason = null) : OutcomeEntry;

/// <summary>An order traded.</summary>
/// <remarks><c>Paid</c>: What it took from cash, fee apart; negative when it brought cash.</remarks>
internal sealed record FilledEntry(
    string Execution, long Order, long Time, string Symbol, OrderSide Side, decimal Quantity, decimal Price, decimal Paid, decimal Fee, bool IsMaker, FillKind Made, ExitReason? Exit = null) : OutcomeEntry;

/// <summary>Cash was taken apart from any fill.</summary>
internal sealed record ChargedEntry(decimal Amount) : OutcomeEntry;

/// <summary>What the strategy wanted, or a limit forbade.</summary>
internal sealed record RefusedEntry(long Time, string Symbol, string Reason) : OutcomeEntry;

/// <summary>Whether everything was closed that was to be.</summary>
internal sealed record FlattenedEntry(bool IsFlat, long Time) : OutcomeEntry;

/// <summary>The session ended by itself, or was stopped; it can go on later.</summary>
internal sealed record ClosedEntry(string Why) : InputEntry;
