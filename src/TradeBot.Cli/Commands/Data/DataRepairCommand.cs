using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataRepairCommand
{
    private static readonly Argument<string[]> Symbols = DataArguments.Symbols();
    private static readonly Argument<Timeframe> Length = DataArguments.TimeframeArgument("timeframe", "Timeframe of the candles");
    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<string?> From = new("--from-store") { Description = "Another folder of candles, from which to fill gaps.", HelpName = "folder" };
    private static readonly Option<int?> Fill = new("--fill")
    {
        Description = "Fill gaps of up to this many candles with the last close and no volume, marked as synthetic.",
        HelpName = "candles",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Report what would change, and change nothing." };
    private static readonly Option<string?> Log = new("--log") { Description = "CSV file that lists every change with the values before and after.", HelpName = "path" };
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "repair",
            "Drop a last candle that has not closed, fill gaps from another folder, and then, if asked to, with synthetic candles. " +
            "Exit code: 0 done, 2 wrong usage or a damaged file.")
        {
            Symbols, Length, Store, From, Fill, DryRun, Log, Json,
        };
        command.SetAction(RepairAsync);
        return command;
    }

    private static async Task<int> RepairAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        CandleStore store = DataArguments.Existing(parsed.GetRequiredValue(Store));
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        List<RepairLog> logs = [];
        foreach (string symbol in parsed.GetRequiredValue(Symbols))
        {
            var repair = new CandleRepair(store.Load(symbol, parsed.GetValue(Length)));
            repair.DropOpen(TimeProvider.System.GetUtcNow().UtcDateTime);
            if (parsed.GetValue(From) is { } other)
                await repair.RefetchAsync(new SeriesCandleSource([DataArguments.Existing(other, From.Name).Load(symbol, parsed.GetValue(Length))], other), cancellationToken: cancellationToken);
            if (parsed.GetValue(Fill) is { } longest)
                repair.FillForward(longest);

            if (repair.Log.Count > 0 && !parsed.GetValue(DryRun))
                store.Replace(repair.ToSeries());
            logs.Add(repair.Log);
        }

        if (parsed.GetValue(Log) is { } path)
            WriteLog(path, logs);
        if (parsed.GetValue(Json))
            printer.Json(logs.Select(log => new { log.Symbol, log.Timeframe, Changes = log.ToArray() }));
        else
            logs.ForEach(log => printer.Line(log.ToString().TrimEnd('\n')));
        return ExitCode.Success;
    }

    private static void WriteLog(string path, List<RepairLog> logs) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true);
        foreach (RepairLog log in logs)
            log.WriteCsv(writer);
    });
}
