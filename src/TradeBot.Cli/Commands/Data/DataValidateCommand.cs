using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataValidateCommand
{
    private static readonly Argument<string[]> Symbols = DataArguments.Symbols();
    private static readonly Argument<Timeframe[]> Timeframes = new("timeframes")
    {
        Description = "Timeframes, separated by commas; all when none is given.",
        CustomParser = DataArguments.ParseTimeframes,
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<string?> File = new("--file") { Description = "Validate this file, in any known layout, instead of the store; the options from --symbol to --adjusted apply to it.", HelpName = "path" };
    private static readonly ImportArguments Known = new();
    private static readonly Option<double?> Outliers = new("--outliers") { Description = "Robust z-score above which a price move is reported as an outlier.", HelpName = "score" };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        Symbols.Arity = ArgumentArity.ZeroOrOne;
        var command = new Command(
            "validate",
            "Find gaps, duplicates, impossible prices, splits, an impossible turnover, outliers and more; where a longer timeframe is stored too, the two are compared. " +
            "Exit code: 0 nothing that must be repaired, 1 errors were found, 2 wrong usage or a damaged file.")
        {
            Symbols, Timeframes, Store, File, Outliers, Json,
        };
        Known.AddTo(command);
        command.SetAction(Validate);
        return command;
    }

    private static int Validate(ParseResult parsed)
    {
        ValidationOptions options = ValidationOptions.At(TimeProvider.System);
        if (parsed.GetValue(Outliers) is { } score)
            options = options with { OutlierScore = score };

        List<ValidationReport> reports = [];
        List<CandleDefect> mismatches = [];
        if (parsed.GetValue(File) is { } path)
        {
            reports.AddRange(CandleImport.ReadAll(path, Known.Of(parsed, now: null)).Select(read => read.Validate(options)));
        }
        else
        {
            CandleStore store = DataArguments.Existing(parsed.GetRequiredValue(Store));
            IReadOnlyList<CandleStoreEntry> entries = DataArguments.Choose(store, parsed.GetValue(Symbols) ?? [], parsed.GetValue(Timeframes) ?? []);
            CandleSeries[] series = [.. entries.Select(entry => store.Load(entry.Symbol, entry.Timeframe))];
            reports.AddRange(series.Select(one => one.Validate(options)));
            mismatches.AddRange(Compare(series));
        }

        Print(new DataPrinter(parsed.InvocationConfiguration.Output), reports, mismatches, parsed.GetValue(Json));
        bool hasErrors = reports.Exists(report => report.HasErrors) || mismatches.Exists(defect => defect.Severity == DefectSeverity.Error);
        return hasErrors ? ExitCode.Failure : ExitCode.Success;
    }

    private static IEnumerable<CandleDefect> Compare(CandleSeries[] series) =>
        from symbol in series.GroupBy(one => one.Symbol)
        let shortest = symbol.MinBy(one => one.Timeframe)!
        from longer in symbol
        where longer.Timeframe != shortest.Timeframe && Resampler.CanResample(shortest.Timeframe, longer.Timeframe)
        from defect in CandleValidator.CompareTimeframes(shortest, longer)
        select defect;

    private static void Print(DataPrinter printer, List<ValidationReport> reports, List<CandleDefect> mismatches, bool asJson)
    {
        if (asJson)
        {
            printer.Json(reports.Select(report => new
            {
                report.Symbol, report.Timeframe, report.Rows, report.Fraction, report.HasErrors, report.Counts, report.Completeness,
                Defects = report.Defects.Concat(mismatches.Where(defect => defect.Symbol == report.Symbol && defect.Timeframe == report.Timeframe)),
            }));
            return;
        }

        foreach (ValidationReport report in reports)
            printer.Line(report.ToString().TrimEnd('\n'));
        if (mismatches.Count > 0)
            printer.Table(["symbol", "severity", "what"], mismatches.Select(defect => (string[])[defect.Symbol, defect.Severity.ToString(), defect.Sentence]));
        printer.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{reports.Count} checked, {reports.Count(report => report.HasErrors)} with errors, {reports.Count(report => report.IsSound)} sound, {mismatches.Count} candles differ between timeframes"));
    }
}
