using System.Text;

namespace TradeBot.MarketData;

/// <summary>Finds the header, or the layout of rows without one, possibly below a few other lines.</summary>
internal sealed class LayoutFinder
{
    private const int FewestFields = 5;
    private const int LongestPreamble = 5;
    private const double NearlyEvery = 0.95; // fraction of rows, so that a damaged one decides nothing
    private const int BinanceFields = 11; // twelve including the ignored one
    private const string Expected = "a header that names time, open, high, low and close, or rows that begin with a time";

    private readonly FieldTable _fields;
    private readonly ImportOptions _options;
    private readonly List<string> _assumptions;

    private LayoutFinder(FieldTable fields, ImportOptions options, List<string> assumptions) =>
        (_fields, _options, _assumptions) = (fields, options, assumptions);

    /// <exception cref="CandleDataException">There is neither a known header nor a row.</exception>
    public static ColumnMap Find(FieldTable fields, ImportOptions options, List<string> assumptions)
    {
        var finder = new LayoutFinder(fields, options, assumptions);
        for (int row = 0; row < fields.RowCount; row++)
        {
            string[] texts = fields.Texts(row);
            if (finder.FromHeader(row, texts) is { } named)
                return named;
            if (texts.Length >= FewestFields && (TimeColumn.IsTime(fields[row, 0]) || Array.TrueForAll(texts, IsNumber)))
                return finder.FromCount(row);

            // With unknown names the columns would be guesses.
            bool isHeader = texts.Length >= FewestFields && !texts.Any(text => text.Any(char.IsAsciiDigit) || text.Length == 0);
            if (row >= LongestPreamble || isHeader)
                throw new CandleDataException(fields.Source, fields.LineOf(row), "", fields.LineText(row), Expected);
            assumptions.Add($"Line {fields.LineOf(row)}, '{fields.LineText(row)}', is neither a header nor a row and was skipped.");
        }

        throw fields.RowCount == 0
            ? new CandleDataException(fields.Source, 0, "", "", "rows of candles; there are none")
            : new CandleDataException(fields.Source, fields.LineOf(0), "", fields.LineText(0), Expected);
    }

    // A row of numbers is a row, even when its time is invalid.
    private static bool IsNumber(string text) => new ImportNumber('.').TryParse(Encoding.UTF8.GetBytes(text), out _);

    private ColumnMap? FromHeader(int row, string[] texts)
    {
        string[] names = [.. texts.Select(ColumnNames.Normalise)];
        int[] prices =
        [
            ColumnNames.Find(names, ColumnNames.Open), ColumnNames.Find(names, ColumnNames.High),
            ColumnNames.Find(names, ColumnNames.Low), ColumnNames.Find(names, ColumnNames.Close),
        ];
        if (prices.Contains(-1))
            return null;

        int firstRow = row + 1;
        int time = ColumnNames.Find(names, ColumnNames.Moment);
        if (time < 0 && TryReadYahooHeader(row, names))
            (time, firstRow) = (0, row + 3);
        else if (time < 0 && names[0].Length == 0)
            time = 0; // a table saved with its unnamed index
        if (time < 0)
            return null;

        (int date, int clock) = SplitTime(names, time, firstRow);
        int closed = Flag(names, ColumnNames.Closed, texts, firstRow), open = Flag(names, ColumnNames.StillOpen, texts, firstRow);
        ColumnMap map = new()
        {
            Names = texts,
            FirstRow = firstRow,
            Time = date,
            Clock = clock,
            Prices = prices,
            AdjustedClose = ColumnNames.Find(names, ColumnNames.AdjustedClose),
            Symbol = _options.SymbolColumn is { } given ? Given(names, given, texts) : ColumnNames.Find(names, ColumnNames.Symbol),
            Timeframe = ColumnNames.Find(names, ColumnNames.Timeframe),
            Closed = closed >= 0 ? closed : open,
            ClosedWhen = closed >= 0,
            Synthetic = ColumnNames.Find(names, ColumnNames.Synthetic),
        };
        RequireOnce(row, names, [map.Time, map.Clock, .. map.Prices, map.Symbol]);
        return map with { Volumes = VolumesOf(names, texts), Turnovers = All(names, ColumnNames.Turnover) };
    }

    // Yahoo's library writes "Price,Close,High,…", then a line of tickers, then one that begins with "Date".
    private bool TryReadYahooHeader(int row, string[] names)
    {
        bool isYahoo = names[0] == "price" && row + 2 < _fields.RowCount
            && ColumnNames.Normalise(_fields.Text(row + 1, 0)) == "ticker" && ColumnNames.Normalise(_fields.Text(row + 2, 0)) is "date" or "datetime";
        if (!isYahoo)
            return false;

        string[] tickers = [.. _fields.Texts(row + 1)[1..].Distinct(StringComparer.Ordinal)];
        if (tickers.Length != 1)
            throw new CandleDataException(
                _fields.Source, _fields.LineOf(row + 1), _fields.Text(row + 1, 0), string.Join(',', tickers), "one ticker per file, or one row per ticker and time");
        _fields.Symbol = tickers[0];
        return true;
    }

    private (int Time, int Clock) SplitTime(string[] names, int time, int firstRow)
    {
        int date = ColumnNames.Find(names, ColumnNames.Date), clock = ColumnNames.Find(names, ColumnNames.Clock);
        if (date < 0 || clock < 0 || (time != date && time != clock))
            return (time, -1);

        int rows = _fields.RowCount - firstRow;
        int clocks = Enumerable.Range(firstRow, rows).Count(row => TimeColumn.IsClock(_fields[row, clock]));
        return clocks * 2 > rows ? (date, clock) : (time, -1);
    }

    private int Given(string[] names, string name, string[] texts)
    {
        int column = Array.IndexOf(names, ColumnNames.Normalise(name));
        return column >= 0
            ? column
            : throw new ArgumentException($"'{_fields.Source}' has no column '{name}'; it has {string.Join(", ", texts)}.");
    }

    private int[] VolumesOf(string[] names, string[] texts) => _options.VolumeColumn switch
    {
        null => [.. All(names, ColumnNames.Volume), .. All(names, ColumnNames.ContractVolume)],
        ImportOptions.NoVolume => [],
        { } given => [Given(names, given, texts)],
    };

    private static int[] All(string[] names, string[] wanted) => [.. wanted.Select(name => Array.IndexOf(names, name)).Where(index => index >= 0)];

    // A name such as "final" may also be a price.
    private int Flag(string[] names, string[] wanted, string[] texts, int firstRow)
    {
        int column = ColumnNames.Find(names, wanted);
        if (column < 0)
            return -1;

        int rows = _fields.RowCount - firstRow;
        int flags = Enumerable.Range(firstRow, rows).Count(row => ClosedFlag.Parse(_fields[row, column]) is not null);
        if (flags * 2 > rows)
            return column;
        _assumptions.Add($"The column '{texts[column]}' is not used: most of its values are neither 1 nor 0.");
        return -1;
    }

    private void RequireOnce(int row, string[] names, int[] columns)
    {
        foreach (int column in columns.Where(column => column >= 0 && names.Count(name => name == names[column]) > 1))
            throw new CandleDataException(
                _fields.Source, _fields.LineOf(row), _fields.Text(row, column), _fields.LineText(row), "each column once: one row per symbol and time, not one column per symbol");
    }

    private ColumnMap FromCount(int row)
    {
        int count = MostFrequentCount(row);
        bool isSplit = count > FewestFields && IsClockApart(row);
        int shift = isSplit ? 1 : 0, fields = count - shift;
        int[] prices = PricesFrom(row, shift + 1);
        (int[] volumes, int[] turnovers) = AmountsFrom(row, shift, fields, prices);
        int rows = _fields.RowCount - row;
        bool hasFlag = fields == 9 && Enumerable.Range(row, rows).Count(i => ClosedFlag.Parse(_fields[i, shift + 8]) is not null) >= NearlyEvery * rows;
        _assumptions.Add($"There is no header; {Describe(fields, isSplit)}");
        string[] names = [.. Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"field {i}"))];
        return new ColumnMap
        {
            Names = names,
            FirstRow = row,
            IsCounted = true,
            Time = 0,
            Clock = isSplit ? 1 : -1,
            Prices = prices,
            Volumes = _options.VolumeColumn is null ? volumes : VolumesOf([.. names.Select(ColumnNames.Normalise)], names),
            Turnovers = turnovers,
            Closed = hasFlag ? shift + 8 : -1,
        };
    }

    private int MostFrequentCount(int firstRow) => Enumerable.Range(firstRow, _fields.RowCount - firstRow)
        .GroupBy(_fields.FieldCount).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;

    private bool IsClockApart(int firstRow)
    {
        int rows = _fields.RowCount - firstRow;
        return Enumerable.Range(firstRow, rows).Count(IsClockApartIn) * 2 > rows;
    }

    private bool IsClockApartIn(int row) => TimeText.TryParse(_fields[row, 0], out TimeText date) && !date.HasClock
        && (_fields[row, 1].IndexOf((byte)':') is 1 or 2 || (date.Shape == DateShape.Compact && _fields[row, 1].Length == 6 && TimeColumn.IsClock(_fields[row, 1])));

    // Coinbase gives low, high, open, close; Bitfinex and KuCoin open, close, high, low.
    private int[] PricesFrom(int firstRow, int first)
    {
        (int[] Places, string Order)[] orders =
        [
            ([0, 1, 2, 3], ""), ([2, 1, 0, 3], "low, high, open, close, as Coinbase gives them"), ([0, 2, 3, 1], "open, close, high, low, as Bitfinex and KuCoin give them"),
        ];
        (double Share, int[] Prices, string Order)[] fits = [.. orders.Select(order =>
        {
            int[] prices = [.. order.Places.Select(place => first + place)];
            return (ShareInOrder(firstRow, prices), prices, order.Order);
        })];
        (double share, int[] best, string name) = fits.MaxBy(fit => fit.Share);
        if (share < NearlyEvery || name.Length == 0)
            return fits[0].Prices;

        _assumptions.Add($"The prices are taken as {name}: because then the high is the highest and the low the lowest.");
        return best;
    }

    private double ShareInOrder(int firstRow, int[] prices)
    {
        var number = new ImportNumber('.');
        int rows = 0, inOrder = 0;
        for (int row = firstRow; row < _fields.RowCount; row++)
        {
            if (!number.TryParse(_fields[row, prices[0]], out double open) || !number.TryParse(_fields[row, prices[1]], out double high)
                || !number.TryParse(_fields[row, prices[2]], out double low) || !number.TryParse(_fields[row, prices[3]], out double close))
                continue;
            rows++;
            inOrder += high >= Math.Max(open, close) && low <= Math.Min(open, close) ? 1 : 0;
        }

        return rows == 0 ? 0 : (double)inOrder / rows;
    }

    private (int[] Volumes, int[] Turnovers) AmountsFrom(int firstRow, int shift, int fields, int[] prices) => fields switch
    {
        5 => ([], []),
        7 => ([shift + 5], [shift + 6]),
        8 when IsPrice(firstRow, shift + 5, prices) => ([shift + 6], []), // Kraken: the average price is before the volume
        8 => ([shift + 5], [shift + 6, shift + 7]),
        9 => ([shift + 5, shift + 6], [shift + 7, shift + 6]),
        >= BinanceFields => ([shift + 5], [shift + 7]),
        _ => ([shift + 5], []),
    };

    private bool IsPrice(int firstRow, int column, int[] prices)
    {
        var number = new ImportNumber('.');
        int rows = 0, within = 0;
        for (int row = firstRow; row < _fields.RowCount; row++)
        {
            if (!number.TryParse(_fields[row, column], out double value) || !number.TryParse(_fields[row, prices[1]], out double high) || !number.TryParse(_fields[row, prices[2]], out double low))
                continue;
            rows++;
            within += value == 0 || TurnoverCheck.IsWithin(value, low, high) ? 1 : 0;
        }

        return within > 0 && within >= NearlyEvery * rows;
    }

    private static string Describe(int fields, bool isSplit)
    {
        string time = isSplit ? "date, time of day" : "time";
        return fields switch
        {
            >= BinanceFields => FormattableString.Invariant($"{fields} fields are the layout of Binance's archive: {time}, open, high, low, close, volume, close time, turnover."),
            9 => $"9 fields are the layout of OKX: {time}, open, high, low, close, volumes, turnover, a flag for closed candles.",
            5 => $"5 fields are taken as {time}, open, high, low, close; the volume stays unknown.",
            _ => FormattableString.Invariant($"{fields} fields begin with {time}, four prices, volume."),
        };
    }
}
