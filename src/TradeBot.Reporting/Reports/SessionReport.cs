using TradeBot.Sessions;

namespace TradeBot.Reporting;

/// <summary>A session: how it stands, what it did, where it differs from its backtest, and who intervened.</summary>
public static class SessionReport
{
    private const int MostRows = 200;

    /// <summary>The whole page.</summary>
    /// <param name="session">As it ended, or as its journal says.</param>
    public static Report Create(SessionResult session)
    {
        Report report = Summary(session)
            .Section("Fills").Prose(session.Fills.Count == 0 ? "Nothing was filled." : $"The last {Math.Min(MostRows, session.Fills.Count)} of {session.Fills.Count}, newest first.");
        if (session.Fills.Count > 0)
            report = report.Table(Fills(session));
        report = report.Section("States").Prose("Who changed what the session may do.").Table(Changes(session));
        if (session.Notices.Count > 0)
            report = report.FoldedTable($"{session.Notices.Count} notices about candles", Notices(session));
        return session.Refusals.Count > 0 ? report.FoldedTable($"{session.Refusals.Count} refusals", Refusals(session)) : report;
    }

    /// <summary>Figures, equity and the differences from the backtest.</summary>
    /// <param name="session">As it ended, or as its journal says.</param>
    public static Report Summary(SessionResult session)
    {
        ArgumentNullException.ThrowIfNull(session);
        SessionSummary summary = session.Summary;
        Report report = Report.Titled($"Session {summary.Session}")
            .Headline(Verdict(session), Differing(session) is 0 or null && summary.State != TradingState.Halted ? FactTone.Neutral : FactTone.Bad)
            .Fact("Total", Money(summary.Total), $"from {Money((double)summary.StartingCash)}, after fees of {Money((double)summary.Fees)}", Tone(summary.Total))
            .Fact("Today", Money(summary.Today), "since 00:00 UTC", Tone(summary.Today))
            .Fact("This week", Money(summary.ThisWeek), "since Monday", Tone(summary.ThisWeek))
            .Fact("Equity", Money(summary.Equity), summary.Positions.Count == 0 ? "flat" : string.Join(", ", summary.Positions.Select(p => FormattableString.Invariant($"{p.Quantity} {p.Symbol}"))))
            .Fact("State", summary.State.ToString(), summary.StateReason)
            .Prose($"{summary.Strategy} on {string.Join(", ", summary.Feeds)}; {summary.Moments:N0} decisions, {summary.Fills:N0} fills, {summary.Refusals:N0} refusals. {session.End}");
        if (session.Equity.Count > 1)
            report = report.Chart(Equity(session));
        report = report.Section("Beside its backtest");
        if (session.Differences is not { } differences)
            return report.Prose("No backtest ran beside it: its strategy is code that no file names.");
        report = report.Prose(FormattableString.Invariant($"The backtest on the same candles ends with an equity of {Money(session.ShadowEquity)}; the session with {Money(summary.Equity)}."));
        if (session.ShadowFailure is { } failure)
            report = report.Warning(failure);
        return differences.All(d => d.Cause == DifferenceCause.None)
            ? report.Prose(differences.Count == 0 ? "Neither filled anything." : $"All {differences.Count:N0} fills are those of the backtest.")
            : report.Table(Causes(differences)).Table(Differences(differences));
    }

    /// <summary>Equity at each moment.</summary>
    /// <param name="session">As it ended, or as its journal says.</param>
    public static Chart Equity(SessionResult session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Chart.Line(session.Equity.Select(e => e.Time).ToArray(), session.Equity.Select(e => e.Equity).ToArray(), "equity").WithTitle("Equity").WithYAxis("Equity", "account currency");
    }

    private static int? Differing(SessionResult session) => session.Differences?.Count(d => d.Cause != DifferenceCause.None);

    private static string Verdict(SessionResult session)
    {
        string state = session.Summary.State == TradingState.Halted ? "It is halted. " : "";
        return Differing(session) switch
        {
            null => $"{state}{Money(session.Summary.Total)} in all.",
            0 => $"{state}{Money(session.Summary.Total)} in all; every fill is that of its backtest.",
            var count => $"{state}{Money(session.Summary.Total)} in all; {count} of {session.Differences!.Count} fills are not those of its backtest.",
        };
    }

    private static Table Causes(IReadOnlyList<FillDifference> differences) => Table.Of([.. differences.GroupBy(d => d.Cause).OrderBy(g => g.Key)])
        .Column("Cause", g => g.Key == DifferenceCause.None ? "same" : Word(g.Key))
        .Column("Fills", g => g.Count())
        .Build();

    private static Table Differences(IReadOnlyList<FillDifference> differences) => Table.Of([.. differences.Where(d => d.Cause != DifferenceCause.None).Take(MostRows)])
        .Column("Time", d => (d.Actual ?? d.Expected)!.Time, unit: "UTC")
        .Column("Symbol", d => d.Symbol)
        .Column("Session", d => Words(d.Actual))
        .Column("Backtest", d => Words(d.Expected))
        .Column("Cause", d => Word(d.Cause))
        .Column("Explanation", d => d.Explanation)
        .Build();

    private static Table Fills(SessionResult session) => Table.Of([.. session.Fills.Reverse().Take(MostRows)])
        .Column("Time", f => f.Time, unit: "UTC")
        .Column("Symbol", f => f.Symbol)
        .Column("Side", f => f.Side == Trading.OrderSide.Buy ? "buy" : "sell")
        .Column("Quantity", f => f.Quantity)
        .Column("Price", f => f.Price)
        .Column("Fee", f => f.Fee)
        .Column("Exit", f => f.Exit is { } exit ? Word(exit) : "")
        .Build();

    private static Table Changes(SessionResult session) => Table.Of([.. session.Changes])
        .Column("Time", c => c.Time == DateTime.UnixEpoch ? "before the first candle" : FormattableString.Invariant($"{c.Time:yyyy-MM-dd HH:mm}"))
        .Column("State", c => c.State.ToString())
        .Column("By", c => c.By)
        .Column("Why", c => c.Why)
        .Build();

    private static Table Notices(SessionResult session) => Table.Of([.. session.Notices.Take(MostRows)])
        .Column("Time", n => n.Time, unit: "UTC")
        .Column("Feed", n => $"{n.Symbol} {n.Timeframe}")
        .Column("What", n => Word(n.Fault))
        .Column("Notice", n => n.Text)
        .Build();

    private static Table Refusals(SessionResult session) => Table.Of([.. session.Refusals.Take(MostRows)])
        .Column("Time", r => r.Time, unit: "UTC")
        .Column("Symbol", r => r.Symbol)
        .Column("Reason", r => r.Reason)
        .Build();

    private static string Words(SessionFill? fill) => fill is null
        ? "none"
        : FormattableString.Invariant($"{(fill.Side == Trading.OrderSide.Buy ? "buy" : "sell")} {fill.Quantity} at {fill.Price}");

    /// <summary>MissedCandle becomes "missed candle".</summary>
    private static string Word(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));

    private static string Money(double amount) => ValueFormat.Number(2).Format(amount);

    private static FactTone Tone(double amount) => amount > 0 ? FactTone.Good : amount < 0 ? FactTone.Bad : FactTone.Neutral;
}
