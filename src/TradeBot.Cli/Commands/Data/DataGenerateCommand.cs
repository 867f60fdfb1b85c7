using System.CommandLine;
using System.Globalization;
using TradeBot.Cli.Printing;
using TradeBot.MarketData;

namespace TradeBot.Cli.Commands;

internal static class DataGenerateCommand
{
    private static readonly Option<bool> Sample = new("--sample") { Description = "Generate the sample market of data/sample; the other options are ignored." };
    private static readonly Option<string[]> Symbols = new("--symbol")
    {
        Description = "name:price:volatility, with the annual volatility as a fraction: SYNBTC:42000:0.55. May be given several times.",
        HelpName = "name:price:volatility",
    };

    private static readonly Option<Timeframe?> Length = DataArguments.TimeframeOption("Timeframe of the candles, 1m when not given");
    private static readonly Option<int> Count = new("--count") { Description = "Candles per symbol.", HelpName = "candles", DefaultValueFactory = _ => 10_080 };
    private static readonly Option<int> Seed = new("--seed") { Description = "Same seed, same candles.", HelpName = "number", DefaultValueFactory = _ => 1 };
    private static readonly Option<DateTime?> Start = DataArguments.Time("--start", "Open time of the first candle, 2024-01-01 when not given");
    private static readonly Option<double?> Edge = new("--edge") { Description = "Information coefficient of the predictable part of returns; by default returns are unpredictable.", HelpName = "coefficient" };
    private static readonly Option<int> Horizon = new("--horizon") { Description = "Number of candles over which the signal of --edge is averaged.", HelpName = "candles", DefaultValueFactory = _ => 1 };
    private static readonly Option<string> Out = new("--out") { Description = "Folder for the files.", HelpName = "folder", Required = true };
    private static readonly Option<bool> Replace = CandleFiles.Replace();
    private static readonly Option<bool> Json = DataArguments.Json();

    public static Command Create()
    {
        var command = new Command(
            "generate",
            "Generate realistic candles from a seed: pure noise, or noise with an edge of known strength. A file with other candles is not replaced. Exit code: 0 written, 2 wrong usage, or a file with other candles is there.")
        {
            Sample, Symbols, Length, Count, Seed, Start, Edge, Horizon, Out, Replace, Json,
        };
        command.SetAction(Generate);
        return command;
    }

    private static int Generate(ParseResult parsed)
    {
        SyntheticMarket market = parsed.GetValue(Sample) ? SampleMarket.Generate() : MarketGenerator.Generate(Options(parsed));
        string folder = parsed.GetRequiredValue(Out);
        string[] names = [.. market.Select(SampleMarket.FileNameOf)]; // refuses an invalid file name before anything is written
        foreach ((CandleSeries series, string name) in market.Zip(names))
            CandleFiles.RequireFree(Path.Combine(folder, name), series, parsed.GetValue(Replace));
        Directory.CreateDirectory(folder);
        var printer = new DataPrinter(parsed.InvocationConfiguration.Output);
        foreach ((CandleSeries series, string name) in market.Zip(names))
            CandleCsv.Write(series, Path.Combine(folder, name));

        if (parsed.GetValue(Json))
            printer.Json(market.Select(series => new { series.Symbol, series.Timeframe, series.Count, series.ContentHash }));
        else
            printer.Table(["series", "file"], market.Zip(names, (series, name) => (string[])[series.ToString(), Path.Combine(folder, name)]));
        return ExitCode.Success;
    }

    private static SyntheticMarketOptions Options(ParseResult parsed)
    {
        string[] symbols = parsed.GetValue(Symbols) is { Length: > 0 } given ? given : ["SYN:100:0.6"];
        PlantedEdge? edge = parsed.GetValue(Edge) is { } coefficient ? new PlantedEdge(coefficient, parsed.GetValue(Horizon)) : null;
        var options = new SyntheticMarketOptions
        {
            Symbols = [.. symbols.Select(text => Symbol(text) with { Edge = edge })],
            Count = parsed.GetValue(Count),
            Seed = parsed.GetValue(Seed),
            Timeframe = parsed.GetValue(Length) ?? Timeframe.OneMinute,
        };
        return parsed.GetValue(Start) is { } start ? options with { Start = start } : options;
    }

    private static SyntheticSymbol Symbol(string text)
    {
        string[] parts = text.Split(':');
        return parts.Length == 3 && TryParse(parts[1], out double price) && TryParse(parts[2], out double volatility)
            ? new SyntheticSymbol(parts[0], price, volatility) { TickSize = TickFor(price) }
            : throw new ArgumentException($"--symbol is \"{text}\": expected name:price:volatility, such as SYNBTC:42000:0.55.");

        static bool TryParse(string number, out double value) => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    // A tick of one to ten hundred-thousandths of the price, as exchanges choose them.
    private static decimal TickFor(double price)
    {
        decimal tick = 1;
        while ((double)tick > price * 1e-4 && tick > 1e-8m)
            tick /= 10;
        return tick;
    }
}
