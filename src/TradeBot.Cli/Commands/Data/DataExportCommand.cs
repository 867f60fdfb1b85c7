using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataExportCommand
{
    private static readonly Argument<string[]> Symbols = DataArguments.Symbols();
    private static readonly Argument<Timeframe> Length = DataArguments.TimeframeArgument("timeframe", "Timeframe of the candles");
    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<string> Out = new("--out") { Description = "Folder for the files.", HelpName = "folder", Required = true };
    private static readonly Option<DateTime?> From = DataArguments.Time("--from", "First open time");
    private static readonly Option<DateTime?> To = DataArguments.Time("--to", "End of the open times, exclusive");
    private static readonly Option<bool> Compress = new("--gzip") { Description = "Write .csv.gz." };
    private static readonly Option<bool> Replace = CandleFiles.Replace();
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "export",
            "Write stored candles, or a part of them, as CSV files: timestamp (open time, milliseconds since 1970 UTC), open, high, low, close, volume, turnover. A file with other candles is not replaced. " +
            "Exit code: 0 written, 2 wrong usage, a file with other candles is there, or a damaged file.")
        {
            Symbols, Length, Out, Store, From, To, Compress, Replace, Json,
        };
        command.SetAction(Export);
        return command;
    }

    private static int Export(ParseResult parsed)
    {
        CandleStore store = DataArguments.Existing(parsed.GetRequiredValue(Store));
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        string folder = Path.GetFullPath(parsed.GetRequiredValue(Out));
        if (Path.TrimEndingDirectorySeparator(folder) == Path.TrimEndingDirectorySeparator(store.Folder))
            throw new ArgumentException($"--out is the store itself, '{folder}': an export would replace what it reads. Choose another folder.");

        List<(CandleSeries Series, string Path)> files = [];
        foreach (string symbol in parsed.GetRequiredValue(Symbols))
        {
            CandleSeries series = store.Load(symbol, parsed.GetValue(Length))
                .Between(parsed.GetValue(From) ?? DateTime.MinValue, parsed.GetValue(To) ?? DateTime.MaxValue);
            string path = Path.Combine(folder, FileName(series) + (parsed.GetValue(Compress) ? ".csv.gz" : ".csv"));
            CandleFiles.RequireFree(path, series, parsed.GetValue(Replace));
            files.Add((series, path));
        }

        Directory.CreateDirectory(folder);
        List<Outcome> outcomes = [];
        foreach ((CandleSeries series, string path) in files)
        {
            CandleCsv.Write(series, path);
            outcomes.Add(new Outcome(path, series.Symbol, series.Timeframe, series.Count, series.ContentHash));
        }

        if (parsed.GetValue(Json))
            printer.Json(outcomes);
        else
            outcomes.ForEach(outcome => printer.Line(string.Create(CultureInfo.InvariantCulture, $"{outcome.Candles:N0} candles  {outcome.Path}")));
        return ExitCode.Success;
    }

    // 1M and 1m are one file where names ignore case.
    private static string FileName(CandleSeries series) =>
        $"{series.Symbol}_{(series.Timeframe == Timeframe.OneMonth ? "1mo" : series.Timeframe.ToString())}";

    private sealed record Outcome(string Path, string Symbol, Timeframe Timeframe, int Candles, string ContentHash);
}
