using System.Globalization;
using Spectre.Console;
using TradeBot.Sessions;

namespace TradeBot.Cli.Printing;

/// <summary>Shows a session while it runs, live on a terminal, and its result.</summary>
internal sealed class TradePrinter
{
    private readonly IAnsiConsole _console;
    private readonly DataPrinter _printer;

    public TradePrinter(TextWriter output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        _printer = new DataPrinter(output);
    }

    /// <summary>Whether to print JSON.</summary>
    public bool AsJson { get; init; }

    public void Began(string folder, bool goesOn)
    {
        if (!AsJson)
            _printer.Line($"session   {folder}{(goesOn ? "; it continues" : "")}");
    }

    /// <summary>Runs the session below a live line with its figures; without a terminal nothing is shown.</summary>
    public async Task<T> WatchAsync<T>(Func<IProgress<SessionSummary>?, Task<T>> work) => _console.Profile.Out.IsTerminal && !AsJson
        ? await _console.Status().StartAsync("waiting for candles", context => work(new Line(context)))
        : await work(null);

    public void Print(SessionResult result)
    {
        if (AsJson)
        {
            _printer.Json(new { result.Summary, result.End, result.ShadowEquity, Differences = Causes(result).ToDictionary(c => c.Cause, c => c.Fills) });
            return;
        }

        _printer.Line($"ended     {result.End}");
        Figures(result.Summary, []);
        if (result.Differences is not { } differences)
            return;
        _printer.Line(FormattableString.Invariant($"backtest  equity {result.ShadowEquity:N2} on the same candles; {differences.Count(d => d.Cause == DifferenceCause.None):N0} of {differences.Count:N0} fills the same"));
        if (differences.Any(d => d.Cause != DifferenceCause.None))
            _printer.Table(["cause", "#fills"], Causes(result).Select(c => (string[])[c.Cause, c.Fills.ToString("N0", CultureInfo.InvariantCulture)]));
    }

    public void Print(SessionSummary summary, string? holder)
    {
        if (AsJson)
            _printer.Json(new { Summary = summary, Holder = holder });
        else
            Figures(summary, [["Process", holder ?? "none"]]);
    }

    public void Print(JournalAudit audit)
    {
        if (AsJson)
        {
            _printer.Json(audit);
            return;
        }

        _printer.Line(audit.IsIntact
            ? FormattableString.Invariant($"intact    {audit.Lines:N0} lines in {audit.Segments} segments, the last SHA-256 {audit.LastHash}")
            : "changed   the journal was changed or damaged");
        foreach (string remark in audit.Remarks)
            _printer.Line($"remark    {remark}");
    }

    public void Wrote(string path)
    {
        if (!AsJson)
            _printer.Line($"written   {path}");
    }

    private static IEnumerable<(string Cause, int Fills)> Causes(SessionResult result) =>
        (result.Differences ?? []).GroupBy(d => d.Cause).OrderBy(g => g.Key).Select(g => (g.Key == DifferenceCause.None ? "same" : g.Key.ToString(), g.Count()));

    private void Figures(SessionSummary summary, IEnumerable<string[]> more) => _printer.Table(
        ["figure", "#value"],
        new string[][]
        {
            ["Session", summary.Session], ["Strategy", summary.Strategy], ["Feeds", string.Join(", ", summary.Feeds)],
            ["State", $"{summary.State}, {summary.StateReason}"],
            ["Last decision", summary.Moment is { } moment ? FormattableString.Invariant($"{moment:yyyy-MM-dd HH:mm} UTC") : "none"],
            ["Equity", Money(summary.Equity)], ["Today", Money(summary.Today)], ["This week", Money(summary.ThisWeek)], ["Total", Money(summary.Total)],
            ["Fees", Money((double)summary.Fees)],
            ["Positions", summary.Positions.Count == 0 ? "flat" : string.Join(", ", summary.Positions.Select(p => FormattableString.Invariant($"{p.Quantity} {p.Symbol} at {p.Price}")))],
            ["Working orders", Number(summary.WorkingOrders)], ["Decisions", Number(summary.Moments)], ["Fills", Number(summary.Fills)],
            ["Refusals", Number(summary.Refusals)], ["Notices", Number(summary.Notices)],
        }.Concat(more));

    private static string Money(double amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Line(StatusContext context) : IProgress<SessionSummary>
    {
        public void Report(SessionSummary value) => context.Status = Markup.Escape(value.ToString());
    }
}
