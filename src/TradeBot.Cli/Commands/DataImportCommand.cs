using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataImportCommand
{
    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "CSV or JSON candles of others, plain, .gz or .zip: Binance's archive, Bybit's, CryptoDataDownload, freqtrade, and the like.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<string?> Symbol = new("--symbol") { Description = "The symbol, where neither rows nor file name tell it.", HelpName = "symbol" };
    private static readonly Option<Timeframe?> Length = DataArguments.TimeframeOption("The timeframe, where neither rows nor file name tell it");
    private static readonly Option<double> Clock = new("--clock-offset") { Description = "Hours by which the source's clock is ahead of UTC.", HelpName = "hours" };
    private static readonly Option<bool> Fix = new("--fix")
    {
        Description = "Sort the rows, merge duplicates (the largest volume stays), and drop rows that cannot be, and say which. Without it such a file is refused.",
    };

    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "import",
            "Read candles in the layouts of others into the store, and say what was assumed. " +
            "Exit code: 0 all imported, 1 a file was refused because of its defects, 2 wrong usage or no candles in a file.")
        {
            Files, Store, Symbol, Length, Clock, Fix, Json,
        };
        command.SetAction(Import);
        return command;
    }

    private static int Import(ParseResult parsed)
    {
        CandleStore store = CandleStore.Open(parsed.GetRequiredValue(Store));
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        var options = new ImportOptions
        {
            Symbol = parsed.GetValue(Symbol),
            Timeframe = parsed.GetValue(Length),
            ClockOffset = TimeSpan.FromHours(parsed.GetValue(Clock)),
        };

        List<Outcome> outcomes = [.. parsed.GetValue(Files)!.Select(file => Import(store, file, options, parsed.GetValue(Fix)))];
        if (parsed.GetValue(Json))
            printer.Json(outcomes);
        else
            outcomes.ForEach(outcome => Print(printer, outcome));
        return outcomes.TrueForAll(outcome => outcome.Imported) ? ExitCode.Success : ExitCode.Failure;
    }

    private static Outcome Import(CandleStore store, string file, ImportOptions options, bool fix)
    {
        ImportResult read = CandleImport.Read(file, options);
        var repair = new CandleRepair(read.Table);
        if (fix)
            repair.DropInvalid().Sort().MergeDuplicates();

        ValidationReport report = fix ? repair.ToTable().Validate() : read.Validate();
        if (!report.HasErrors)
            store.Upsert(repair.ToSeries());
        return new Outcome(
            file, read.Table.Symbol, read.Table.Timeframe, report.Rows, !report.HasErrors, read.Assumptions,
            [.. read.Unreadable.Select(row => row.ToString())], [.. report.Defects.Where(defect => defect.Severity != DefectSeverity.Information)], repair.Log.Count);
    }

    private static void Print(DataPrinter printer, Outcome outcome)
    {
        printer.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(outcome.File)}: {outcome.Rows:N0} candles of {outcome.Symbol} {outcome.Timeframe} {(outcome.Imported ? "imported" : "REFUSED: repair the file, or give --fix")}"));
        foreach (string assumption in outcome.Assumptions)
            printer.Line($"  {assumption}");
        if (outcome.Changes > 0)
            printer.Line(string.Create(CultureInfo.InvariantCulture, $"  {outcome.Changes:N0} rows were moved, merged or dropped."));
        foreach (string line in outcome.Unreadable.Concat(outcome.Defects.Select(defect => defect.Sentence)).Take(20))
            printer.Line($"  {line}");
    }

    private sealed record Outcome(
        string File, string Symbol, Timeframe Timeframe, int Rows, bool Imported, IReadOnlyList<string> Assumptions,
        IReadOnlyList<string> Unreadable, IReadOnlyList<CandleDefect> Defects, int Changes);
}
