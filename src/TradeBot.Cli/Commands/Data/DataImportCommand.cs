using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataImportCommand
{
    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "CSV or JSON candles from elsewhere, plain, .gz or .zip: archives and API responses of exchanges, CryptoDataDownload, freqtrade, " +
            "TradingView, MetaTrader, Dukascopy, Investing.com, Yahoo, Stooq, and the like. A file may have several symbols and a zip several files.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly ImportArguments Known = new();
    private static readonly Option<bool> Fix = new("--fix")
    {
        Description = "Drop impossible rows, sort, merge duplicates (the largest volume stays), and list each row dropped, merged or moved. Without it a file with such defects is refused.",
    };

    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "import",
            "Import candles in many layouts into the store, and report what was assumed and how many stored candles were replaced with other values. " +
            "Rows of candles that have not closed are left out and counted. " +
            "Exit code: 0 all imported, 1 a file was refused because of its defects, 2 wrong usage or no candles in a file.")
        {
            Files, Store, Fix, Json,
        };
        Known.AddTo(command);
        command.SetAction(Import);
        return command;
    }

    private static int Import(ParseResult parsed)
    {
        CandleStore store = CandleStore.Open(parsed.GetRequiredValue(Store));
        var printer = new ImportPrinter(parsed.InvocationConfiguration.Output);
        ImportOptions options = Known.Of(parsed, TimeProvider.System.GetUtcNow().UtcDateTime);

        List<ImportOutcome> outcomes = [.. parsed.GetValue(Files)!.SelectMany(file => Import(store, file, options, parsed.GetValue(Fix), parsed.CommandResult.Command))];
        if (parsed.GetValue(Json))
            printer.Json(outcomes);
        else
            outcomes.ForEach(printer.Print);

        ImportOutcome[] failed = [.. outcomes.Where(outcome => outcome.Error is not null)];
        foreach (ImportOutcome outcome in failed)
            parsed.InvocationConfiguration.Error.WriteLine($"tradebot: {outcome.Error}");
        return failed.Length > 0 ? ExitCode.WrongUsage : outcomes.TrueForAll(outcome => outcome.Imported) ? ExitCode.Success : ExitCode.Failure;
    }

    // An error in one file does not hide the outcome of the others.
    private static IEnumerable<ImportOutcome> Import(CandleStore store, string file, ImportOptions options, bool fix, Command command)
    {
        if (Directory.Exists(file))
            return [ImportOutcome.Failed(file, $"{file}: this is a folder; name files in it, such as {Path.Combine(file, "*.csv")}.")];
        if (!File.Exists(file))
            return [ImportOutcome.Failed(file, $"{file}: there is no such file.")];
        try
        {
            return [.. CandleImport.ReadAll(file, options).Select(read => Import(store, file, read, fix))];
        }
        catch (Exception mistake) when (mistake is CandleDataException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [ImportOutcome.Failed(file, Mistake.Of(mistake, command))];
        }
    }

    private static ImportOutcome Import(CandleStore store, string file, ImportResult read, bool fix)
    {
        if (read.LacksVolume)
            return ImportOutcome.Refused(file, read, "No column has the volume in base currency, which stored candles need: name one with --volume-column, or give --volume-column none to store 0.");

        var repair = new CandleRepair(read.Table);
        if (fix)
            repair.DropInvalid().Sort().MergeDuplicates();

        CandleTable table = repair.ToTable();
        if (table.Count == 0)
            return ImportOutcome.Failed(file, $"{file}: all {read.Table.Count} rows of {read.Table.Symbol} {read.Table.Timeframe} were dropped; no candle is left to import.") with { Changes = repair.Log };

        ValidationReport report = fix ? table.Validate() : read.Validate();
        CandleStoreChange change = report.HasErrors ? default : store.UpsertCounted(repair.ToSeries());
        return ImportOutcome.Of(file, read, report, change, repair.Log);
    }
}
