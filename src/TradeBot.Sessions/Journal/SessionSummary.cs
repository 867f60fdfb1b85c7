using TradeBot.MarketData;

namespace TradeBot.Sessions;

/// <summary>State, equity, positions and counts of a session, by its journal.</summary>
/// <remarks>
/// Money is in account currency. A day begins at 00:00 UTC and a week on Monday; the close at midnight belongs to the day that it ends.
/// Another process that reads the journal computes the same figures.
/// </remarks>
public sealed record SessionSummary
{
    internal SessionSummary(SessionLedger ledger)
    {
        OpenedEntry? opened = ledger.Opened;
        (Session, Account, Strategy, StartingCash) = (opened?.Session ?? "", opened?.Account ?? "", opened?.Strategy ?? "", opened?.Cash ?? 0);
        Feeds = opened?.Feeds.Skip(opened.Unseen).ToArray() ?? [];
        State = ledger.State;
        StateReason = ledger.LastChange is { } change ? $"{change.By}: {change.Why}" : "Trading has not been allowed yet.";
        Moment = ledger.Moment is { } moment ? UnixTime.ToDateTime(moment) : null;
        (Moments, Lines, WrittenAt) = (ledger.Moments, ledger.Lines, ledger.WrittenAt);
        (Cash, Equity, Fees) = (ledger.Cash, ledger.Equity, ledger.Fees);
        (Today, ThisWeek, Total) = (ledger.Today, ledger.ThisWeek, ledger.Total);
        Positions = [.. ledger.Positions];
        Fills = ledger.Fills.Count;
        Refusals = ledger.Refusals.Count;
        Notices = ledger.Notices.Count;
        WorkingOrders = ledger.Working.Count;
        IsFlat = Positions.Count == 0 && WorkingOrders == 0;
    }

    /// <summary>Name of the session.</summary>
    public string Session { get; }

    /// <summary>Name of the account.</summary>
    public string Account { get; }

    /// <summary>The strategy's name with its parameters.</summary>
    public string Strategy { get; }

    /// <summary>What the strategy sees, such as <c>BTCUSDT 5m</c>.</summary>
    public IReadOnlyList<string> Feeds { get; }

    /// <summary>The trading state.</summary>
    public TradingState State { get; }

    /// <summary>Who requested the state, and why.</summary>
    public string StateReason { get; }

    /// <summary>The last moment that was decided, UTC; null before the first.</summary>
    public DateTime? Moment { get; }

    /// <summary>Number of moments that were decided.</summary>
    public long Moments { get; }

    /// <summary>Number of lines of the journal.</summary>
    public long Lines { get; }

    /// <summary>When the last line was written, UTC.</summary>
    public DateTime? WrittenAt { get; }

    /// <summary>Cash at the start.</summary>
    public decimal StartingCash { get; }

    /// <summary>Cash now, exact.</summary>
    public decimal Cash { get; }

    /// <summary>Cash and the value of all positions at the last closes.</summary>
    public double Equity { get; }

    /// <summary>Fees paid.</summary>
    public decimal Fees { get; }

    /// <summary>Profit since the UTC day of the last moment began.</summary>
    public double Today { get; }

    /// <summary>Profit since Monday.</summary>
    public double ThisWeek { get; }

    /// <summary>Profit since the session began.</summary>
    public double Total { get; }

    /// <summary>Open positions.</summary>
    public IReadOnlyList<SessionPosition> Positions { get; }

    /// <summary>Number of working orders, including protective levels.</summary>
    public int WorkingOrders { get; }

    /// <summary>Whether there is no position and no working order.</summary>
    public bool IsFlat { get; }

    /// <summary>Number of fills.</summary>
    public int Fills { get; }

    /// <summary>Number of refused orders and targets.</summary>
    public int Refusals { get; }

    /// <summary>Number of notices about candles.</summary>
    public int Notices { get; }

    /// <summary>State, equity, profit and positions in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Session}: {State.ToString().ToLowerInvariant()}{(Moment is { } moment ? FormattableString.Invariant($", {moment:yyyy-MM-dd HH:mm}") : "")}, equity {Equity:N2}, today {Today:+#,0.00;-#,0.00;0.00}, total {Total:+#,0.00;-#,0.00;0.00}, {(Positions.Count == 0 ? "flat" : string.Join(", ", Positions.Select(p => FormattableString.Invariant($"{p.Quantity} {p.Symbol}"))))}, {Fills:N0} fills");

    internal static SessionFill FillOf(FilledEntry fill) =>
        new(UnixTime.ToDateTime(fill.Time), fill.Symbol, fill.Side, fill.Quantity, fill.Price, fill.Paid, fill.Fee, fill.Order, fill.Exit);
}
