using System.Globalization;
using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot;

/// <summary>Reads the costs of holding a position from text: funding of perpetual contracts, interest on coins sold short.</summary>
public static class HoldingText
{
    private const long FundingInterval = 8 * 60 * UnixTime.MillisecondsPerMinute;

    /// <summary>Reads funding for the symbols of a run.</summary>
    /// <param name="texts">
    /// Each a fraction that longs pay every 8 hours from 00:00 UTC, such as 0.0001, or a CSV file with the columns timestamp (milliseconds UTC) and rate;
    /// <c>SYMBOL=…</c> means one symbol.
    /// </param>
    /// <param name="series">The candles of the run.</param>
    /// <exception cref="ArgumentException">The text is neither, a row cannot be read, or the run does not have the symbol.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<FundingRate>> Funding(IEnumerable<string> texts, IReadOnlyList<CandleSeries> series)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(series);
        Dictionary<string, IReadOnlyList<FundingRate>> rates = [];
        foreach (string text in texts)
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            string[] symbols = parts.Length == 2 ? [parts[0]] : [.. series.Select(s => s.Symbol).Distinct()];
            foreach (string symbol in symbols)
            {
                CandleSeries candles = series.FirstOrDefault(s => s.Symbol == symbol)
                    ?? throw new ArgumentException($"{text}: the run has no {symbol}, it has {string.Join(", ", series.Select(s => s.Symbol).Distinct())}.");
                rates[symbol] = decimal.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal rate) ? Constant(rate, candles) : Read(parts[^1]);
            }
        }

        return rates;
    }

    /// <summary>Adds interest on coins sold short to conditions; the symbols are then spot.</summary>
    /// <param name="options">Conditions without funding.</param>
    /// <param name="rate">The rate for every symbol.</param>
    /// <param name="series">The candles of the run.</param>
    /// <exception cref="ArgumentException">The conditions have funding, which is for perpetual contracts.</exception>
    public static BacktestOptions Borrow(BacktestOptions options, BorrowRate rate, IReadOnlyList<CandleSeries> series)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(series);
        if (options.Funding.Count > 0)
            throw new ArgumentException("Funding is for perpetual contracts and interest on coins for spot: accepted is one of them.", nameof(options));
        string[] symbols = [.. series.Select(s => s.Symbol).Distinct()];
        return options with
        {
            Borrow = symbols.ToDictionary(s => s, _ => rate),
            Instruments = symbols.ToDictionary(s => s, s => options.InstrumentOf(s) with { Kind = InstrumentKind.Spot }),
        };
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
            throw new ArgumentException($"{path}: it is neither a fraction such as 0.0001 nor a file.");
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
