using TradeBot.MarketData;

namespace TradeBot.Sessions;

/// <summary>How a session stands, as its journal says.</summary>
/// <remarks>
/// Money is in account currency. A day begins at 00:00 UTC and a week on Monday; the close at midnight belongs to the day that it ends.
/// Another process that reads the journal comes to the same figures.
/// </remarks>
public sealed record SessionSummary
{
    internal SessionSummary(SessionLedger ledger)
    {
        OpenedEntry? opened = ledger.Opened;
        (Session, Account, Strategy, StartingCash) = (opened?.Session ?? "", opened?.Account ?? "", opened?.Strategy ?? "", opened?.Cash ?? 0);
        Feeds = opened?.Feeds.Skip(opened.Unseen).ToArray() ?? [];
        State = ledger.State;
        StateReason = ledger.LastChange is { } change ? $"{change.By}: {change.Why}" : "Nothing has been allowed yet.";
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

    /// <summary>Its name.</summary>
    public string Session { get; }

    /// <summary>Whose orders these are.</summary>
    public string Account { get; }

    /// <summary>The strategy's name with its parameters.</summary>
    public string Strategy { get; }

    /// <summary>What the strategy sees, such as <c>BTCUSDT 5m</c>.</summary>
    public IReadOnlyList<string> Feeds { get; }

    /// <summary>What the session may do.</summary>
    public TradingState State { get; }

    /// <summary>Who wanted it so, and why.</summary>
    public string StateReason { get; }

    /// <summary>The last moment that was decided, UTC; null before the first.</summary>
    public DateTime? Moment { get; }

    /// <summary>How many moments were decided.</summary>
    public long Moments { get; }

    /// <summary>How many lines the journal has.</summary>
    public long Lines { get; }

    /// <summary>When the last was written, UTC.</summary>
    public DateTime? WrittenAt { get; }

    /// <summary>Cash at the start.</summary>
    public decimal StartingCash { get; }

    /// <summary>Cash now, to the last decimal.</summary>
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

    /// <summary>What is held.</summary>
    public IReadOnlyList<SessionPosition> Positions { get; }

    /// <summary>Orders that work, protective levels included.</summary>
    public int WorkingOrders { get; }

    /// <summary>Whether nothing is held and no order works.</summary>
    public bool IsFlat { get; }

    /// <summary>How many fills there were.</summary>
    public int Fills { get; }

    /// <summary>How many intentions were refused.</summary>
    public int Refusals { get; }

    /// <summary>How many notices there are about candles.</summary>
    public int Notices { get; }

    /// <summary>State, equity, profit and position in a line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Session}: {State.ToString().ToLowerInvariant()}{(Moment is { } moment ? FormattableString.Invariant($", {moment:yyyy-MM-dd HH:mm}") : "")}, equity {Equity:N2}, today {Today:+#,0.00;-#,0.00;0.00}, total {Total:+#,0.00;-#,0.00;0.00}, {(Positions.Count == 0 ? "flat" : string.Join(", ", Positions.Select(p => FormattableString.Invariant($"{p.Quantity} {p.Symbol}"))))}, {Fills:N0} fills");

    internal static SessionFill FillOf(FilledEntry fill) =>
        new(UnixTime.ToDateTime(fill.Time), fill.Symbol, fill.Side, fill.Quantity, fill.Price, fill.Paid, fill.Fee, fill.Order, fill.Exit);
}
