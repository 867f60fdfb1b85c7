using System.Globalization;
using Spectre.Console;
using TradeBot.Reporting;
using TradeBot.Trading;

namespace TradeBot.Cli.Printing;

/// <summary>Shows the progress of a backtest on a terminal, and its results.</summary>
internal sealed class BacktestPrinter
{
    private static readonly string[] Headline =
    [
        "Total return", "Annual return", "Buy and hold", "Volatility", "Sharpe ratio", "Probabilistic Sharpe ratio", "Maximum drawdown", "Longest drawdown",
        "Trades", "Win rate", "Profit factor", "Expectancy", "Average holding", "Time in market", "Final equity",
    ];

    private readonly IAnsiConsole _console;
    private readonly DataPrinter _printer;

    public BacktestPrinter(TextWriter output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        _printer = new DataPrinter(output);
    }

    /// <summary>True to print JSON.</summary>
    public bool AsJson { get; init; }

    /// <summary>Does the work under a progress line; without a terminal nothing is shown.</summary>
    public T Watch<T>(Func<IProgress<string>, T> work) => _console.Profile.Out.IsTerminal && !AsJson
        ? _console.Status().Start("starting", context => work(new Line(context)))
        : work(new Line(null));

    public void Print(BacktestResult result)
    {
        if (AsJson)
        {
            PrintJson(result);
            return;
        }

        _printer.Line($"strategy  {result.Strategy}");
        foreach (DataManifest data in result.Manifest.Data)
            _printer.Line(FormattableString.Invariant(
                $"data      {data.Symbol} {data.Timeframe}, {data.From:yyyy-MM-dd HH:mm} to {data.To:yyyy-MM-dd HH:mm}, {data.Candles:N0} candles, {data.MissingCandles:N0} missing, SHA-256 {data.ContentHash[..12]}"));
        _printer.Line($"result    SHA-256 {result.Manifest.ResultHash[..12]}");
        IReadOnlyList<PerformanceFigure> figures = result.Performance.Figures;
        var notes = FigureNotes.Of(result.Performance);
        _printer.Table(["figure", "#value", "note"], Headline.Select(name => (string[])[name, FigureText.Of(figures.Named(name)), notes.Of(figures.Named(name))]).Concat(CostRows(result)));
        foreach (string doubt in Doubts(result))
            _printer.Line(doubt);
    }

    public void PrintWritten(string path)
    {
        if (!AsJson)
            _printer.Line($"written   {path}");
    }

    private void PrintJson(BacktestResult result) => _printer.Json(new
    {
        result.Strategy,
        Manifest = result.Manifest,
        Figures = result.Performance.Figures.ToDictionary(f => f.Name, f => f.Value),
        Undefined = result.Performance.Figures.Where(f => f.Reason is not null).ToDictionary(f => f.Name, f => f.Reason),
        Costs = result.Costs,
        Ambiguity = new { Exits = result.Ambiguity.Exits.Count, result.Ambiguity.PessimisticFinal, result.Ambiguity.OptimisticFinal },
        Refusals = result.Refusals,
        result.NoTradeReasons,
        Liquidations = result.Liquidations,
    });

    private static IEnumerable<string[]> CostRows(BacktestResult result)
    {
        (string, decimal)[] costs =
        [
            ("Fees", result.Costs.Fees), ("Slippage", result.Costs.Slippage), ("Funding", result.Costs.Funding), ("Borrowing", result.Costs.Borrowing),
        ];
        return costs.Where(c => c.Item2 != 0).Select(c => (string[])[c.Item1, c.Item2.ToString("N2", CultureInfo.InvariantCulture), ""]);
    }

    private static IEnumerable<string> Doubts(BacktestResult result)
    {
        if (result.Ambiguity.Exits.Count > 0)
            yield return FormattableString.Invariant(
                $"ambiguous {result.Ambiguity.Exits.Count:N0} exits; final equity from {result.Ambiguity.PessimisticFinal:N2} to {result.Ambiguity.OptimisticFinal:N2}");
        foreach (string reason in result.NoTradeReasons)
            yield return $"no trade  {reason}";
        if (result.Liquidations.Count > 0)
            yield return FormattableString.Invariant($"liquidated {result.Liquidations.Count:N0} positions");
        if (result.Refusals.Count > 0)
            yield return FormattableString.Invariant(
                $"refused   {result.Refusals.Count:N0} {(result.Refusals.Count == 1 ? "time, at" : "times; first at")} {result.Refusals[0].Time:yyyy-MM-dd HH:mm}, {result.Refusals[0].Symbol}: {result.Refusals[0].Reason}");
    }

    private sealed class Line(StatusContext? context) : IProgress<string>
    {
        public void Report(string value)
        {
            if (context is not null)
                context.Status = Spectre.Console.Markup.Escape(value);
        }
    }
}
