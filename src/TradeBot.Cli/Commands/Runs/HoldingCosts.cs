using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Cli.Commands;

/// <summary>The options that say what it costs to hold a position: funding and interest.</summary>
internal static class HoldingCosts
{
    private const long FundingInterval = 8 * 60 * UnixTime.MillisecondsPerMinute;

    public static Option<string[]> Funding { get; } = new("--funding")
    {
        Description = "What longs pay shorts every 8 hours, from 00:00 UTC, as a fraction such as 0.0001; or a CSV file with the columns timestamp (milliseconds UTC) and rate. SYMBOL=… means one symbol; may be given several times.",
        HelpName = "rate|file",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    public static Option<decimal?> Borrow { get; } = new("--borrow")
    {
        Description = "Interest on coins sold short, per day, as a fraction such as 0.0005; the symbols are then taken for spot.",
        HelpName = "rate",
    };

    public static IEnumerable<Option> All => [Funding, Borrow];

    /// <summary>The conditions with these costs for the symbols of a run.</summary>
    public static BacktestOptions Add(BacktestOptions options, ParseResult parsed, IReadOnlyList<CandleSeries> series)
    {
        string[] funding = parsed.GetRequiredValue(Funding);
        if (funding.Length > 0)
            options = options with { Funding = FundingOf(funding, series) };
        if (parsed.GetValue(Borrow) is not { } daily)
            return options;

        if (funding.Length > 0)
            throw new ArgumentException("--funding is for perpetual contracts and --borrow for spot: one of them at a time.");
        BorrowRate rate = Mistake.In(Borrow, daily, () => BorrowRate.PerDay(daily));
        string[] symbols = [.. series.Select(s => s.Symbol).Distinct()];
        return options with
        {
            Borrow = symbols.ToDictionary(s => s, _ => rate),
            Instruments = symbols.ToDictionary(s => s, s => options.InstrumentOf(s) with { Kind = InstrumentKind.Spot }),
        };
    }

    private static Dictionary<string, IReadOnlyList<FundingRate>> FundingOf(string[] asked, IReadOnlyList<CandleSeries> series)
    {
        Dictionary<string, IReadOnlyList<FundingRate>> rates = [];
        foreach (string text in asked)
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            string[] symbols = parts.Length == 2 ? [parts[0]] : [.. series.Select(s => s.Symbol).Distinct()];
            foreach (string symbol in symbols)
            {
                CandleSeries candles = series.FirstOrDefault(s => s.Symbol == symbol)
                    ?? throw new ArgumentException($"--funding {text}: the run has no {symbol}, it has {string.Join(", ", series.Select(s => s.Symbol).Distinct())}.");
                rates[symbol] = decimal.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal rate) ? Constant(rate, candles) : Read(parts[^1]);
            }
        }

        return rates;
    }

    private static FundingRate[] Constant(decimal rate, CandleSeries candles)
    {
        List<FundingRate> rates = [];
        long first = (candles.OpenTimes[0] + FundingInterval - 1) / FundingInterval * FundingInterval;
        for (long time = first; time <= candles.OpenTimes[^1]; time += FundingInterval)
            rates.Add(new FundingRate(UnixTime.ToDateTime(time), rate));
        return [.. rates];
    }

    private static FundingRate[] Read(string path)
    {
        if (!File.Exists(path))
            throw new ArgumentException($"--funding {path}: it is neither a fraction such as 0.0001 nor a file.");
        List<FundingRate> rates = [];
        int row = 0;
        foreach (string line in File.ReadLines(path))
        {
            row++;
            string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (row == 1 && fields is ["timestamp", "rate", ..])
                continue;
            if (fields.Length < 2 || !long.TryParse(fields[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long time)
                || !decimal.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal rate))
                throw new ArgumentException(FormattableString.Invariant($"{path}, row {row}: expected a timestamp in milliseconds and a rate, got \"{line}\"."));
            rates.Add(new FundingRate(UnixTime.ToDateTime(time), rate));
        }

        return [.. rates];
    }
}
