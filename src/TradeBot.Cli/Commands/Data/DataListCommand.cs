using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataListCommand
{
    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command("list", "List the candles of a folder. Exit code: 0 listed, 2 wrong usage, no such folder or a damaged file.") { Store, Json };
        command.SetAction(List);
        return command;
    }

    private static int List(ParseResult parsed)
    {
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        CandleStore store = DataArguments.Existing(parsed.GetRequiredValue(Store));
        IReadOnlyList<CandleStoreEntry> entries = store.List();
        if (parsed.GetValue(Json))
        {
            printer.Json(entries);
            return ExitCode.Success;
        }

        if (entries.Count == 0)
            printer.Line($"{store.Folder} has no candles.");
        else
            printer.Table(["symbol", "timeframe", "#candles", "first", "last", "complete"], entries.Select(Row));
        return ExitCode.Success;
    }

    private static string[] Row(CandleStoreEntry entry)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        double complete = entry is { First: { } first, Last: { } last }
            ? 100.0 * entry.Count / (entry.Timeframe.CandlesBetween(UnixTime.FromDateTime(first), UnixTime.FromDateTime(last)) + 1)
            : double.NaN;
        return
        [
            entry.Symbol, entry.Timeframe.ToString(), entry.Count.ToString("N0", invariant),
            entry.First?.ToString("yyyy-MM-dd HH:mm", invariant) ?? "", entry.Last?.ToString("yyyy-MM-dd HH:mm", invariant) ?? "",
            complete.ToString("0.###", invariant) + " %",
        ];
    }
}
