using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataResampleCommand
{
    private static readonly Argument<string[]> Symbols = DataArguments.Symbols();
    private static readonly Argument<Timeframe> Shorter = DataArguments.TimeframeArgument("from", "Timeframe of the candles to resample");
    private static readonly Argument<Timeframe[]> Longer = new("to")
    {
        Description = $"Longer timeframes to build, separated by commas, each {Timeframe.Accepted}.",
        CustomParser = DataArguments.ParseTimeframes,
        Arity = ArgumentArity.ExactlyOne,
    };

    private static readonly Option<PartialPeriods> Partial = new("--partial")
    {
        Description = "What to do with a first or last candle that may be incomplete; one is complete when the next has begun, or when the candles show that the market is closed for the rest of it.",
        HelpName = "keep|drop",
    };

    private static readonly Option<string> Store = DataArguments.Store();
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "resample",
            "Resample candles to longer timeframes and write them to the store, replacing the ones there. Exit code: 0 done, 2 wrong usage or a damaged file.")
        {
            Symbols, Shorter, Longer, Partial, Store, Json,
        };
        command.SetAction(Resample);
        return command;
    }

    private static int Resample(ParseResult parsed)
    {
        CandleStore store = DataArguments.Existing(parsed.GetRequiredValue(Store));
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        Timeframe shorter = parsed.GetValue(Shorter);
        List<Outcome> outcomes = [];
        foreach (string symbol in parsed.GetRequiredValue(Symbols))
        {
            CandleSeries candles = store.Load(symbol, shorter);
            foreach (Timeframe longer in parsed.GetRequiredValue(Longer))
            {
                ResampledCandles resampled = Resampler.Run(candles, longer, partial: parsed.GetValue(Partial));
                if (longer != shorter)
                    store.Replace(resampled.Series);
                outcomes.Add(new Outcome(symbol, longer, resampled.Series.Count, CountPartial(resampled, shorter), resampled.LeftOut));
            }
        }

        if (parsed.GetValue(Json))
            printer.Json(outcomes);
        else
            printer.Table(["symbol", "timeframe", "#candles", "#with candles missing", "left out, maybe incomplete"], outcomes.Select(outcome => (string[])
            [
                outcome.Symbol, outcome.Timeframe.ToString(), outcome.Candles.ToString("N0", CultureInfo.InvariantCulture), outcome.Partial.ToString("N0", CultureInfo.InvariantCulture),
                string.Join(", ", outcome.LeftOut.Select(open => open.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))),
            ]));
        return ExitCode.Success;
    }

    private static int CountPartial(ResampledCandles resampled, Timeframe shorter)
    {
        int partial = 0;
        for (int i = 0; i < resampled.Series.Count; i++)
        {
            long open = resampled.Series.OpenTimes[i];
            partial += resampled.SourceCounts[i] < shorter.CandlesBetween(open, resampled.Series.Timeframe.NextOpen(open)) ? 1 : 0;
        }

        return partial;
    }

    private sealed record Outcome(string Symbol, Timeframe Timeframe, int Candles, int Partial, IReadOnlyList<DateTime> LeftOut);
}
