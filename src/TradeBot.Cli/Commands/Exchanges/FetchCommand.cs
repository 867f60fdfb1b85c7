using System.CommandLine;
using TradeBot.Cli.Printing;
using TradeBot.Exchanges;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class FetchCommand
{
    private static readonly Argument<string?> Symbols = new("symbols")
    {
        Description = "Symbols, separated by commas; leave them out with --all-symbols.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string?> Timeframes = new("timeframes")
    {
        Description = $"Timeframes that the exchange offers, separated by commas: {string.Join(", ", Timeframe.Usual)}.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<DateTime?> From = DataArguments.Time("--from", "Open time of the first candle");
    private static readonly Option<DateTime?> To = DataArguments.Time("--to", "End of the open times, exclusive; by default the exchange's current time");
    private static readonly Option<BybitCategory> Category = ExchangeArguments.Category();
    private static readonly Option<bool> AllSymbols = new("--all-symbols") { Description = "Every symbol of the category that is being traded." };
    private static readonly Option<string> Exchange = ExchangeArguments.Exchange();
    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        From.Required = true;
        var command = new Command(
            "fetch",
            "Fetch closed candles as fast as the exchange's rate limit allows. Candles in the store are not fetched again, so a stopped fetch continues where it ended. " +
            "Exit code: 0 fetched, 1 fetched and something must be repaired, 2 wrong usage, or the exchange refused or cannot be reached, 130 stopped; the candles fetched until then are stored.")
        {
            Symbols, Timeframes, From, To, Category, AllSymbols, Exchange, Store, Json,
        };
        command.SetAction(FetchAsync);
        return command;
    }

    private static async Task<int> FetchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        (string[] named, Timeframe[] timeframes) = Wanted(parsed);
        BybitMarket market = Bybit.At(parsed.GetRequiredValue(Exchange)).Market(parsed.GetRequiredValue(Category));
        IReadOnlyList<string> symbols = named.Length > 0
            ? named
            : [.. (await market.InstrumentsAsync(cancellationToken)).Where(instrument => instrument.IsTrading).Select(instrument => instrument.Symbol)];

        CandleStore store = CandleStore.Open(parsed.GetRequiredValue(Store));
        var printer = new FetchPrinter(parsed.InvocationConfiguration.Output, parsed.GetValue(Json));
        FetchReport report = await printer.ShowAsync(
            symbols.Count * timeframes.Length,
            progress => market.FetchAsync(store, symbols, timeframes, parsed.GetValue(From)!.Value, parsed.GetValue(To), progress, cancellationToken));
        printer.Print(report);
        return report.HasErrors ? ExitCode.Failure : ExitCode.Success;
    }

    private static (string[] Symbols, Timeframe[] Timeframes) Wanted(ParseResult parsed)
    {
        string? first = parsed.GetValue(Symbols), second = parsed.GetValue(Timeframes);
        if (parsed.GetValue(AllSymbols))
        {
            return second is null
                ? ([], ExchangeArguments.Timeframes(first))
                : throw new ArgumentException($"--all-symbols means every symbol: leave out \"{first}\".");
        }

        return first is null
            ? throw new ArgumentException("Give symbols and timeframes, such as BTCUSDT,ETHUSDT 1m,1h, or --all-symbols and timeframes.")
            : (ExchangeArguments.Words(first), ExchangeArguments.Timeframes(second));
    }
}
