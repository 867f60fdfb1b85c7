namespace TradeBot.MarketData;

/// <summary>Reads one text: its rows by symbol and timeframe, unreadable rows, and assumptions.</summary>
internal sealed class PartReader
{
    private const double Repeated = 0.9; // ratio of distinct times to rows, below which another column must distinguish the rows
    private const double Distinct = 0.98;

    private readonly ImportPart _part;
    private readonly ImportOptions _options;
    private readonly FieldTable _fields;
    private readonly ColumnMap _map;
    private readonly TimeColumn _times;
    private readonly ImportNumber _number;
    private readonly Dictionary<(string Symbol, string Timeframe), SeriesRows> _series = [];
    private readonly List<RowDefect> _homeless = []; // unreadable rows with unknown symbol
    private readonly List<(int Row, long Time, SeriesRows Series)> _read = [];

    private PartReader(ImportPart part, ImportOptions options)
    {
        (_part, _options) = (part, options);
        _fields = IsJson(part.Text.Span) ? JsonFields.Read(part.Text, part.Source) : CsvFields.Read(part.Text, part.Source);
        _map = LayoutFinder.Find(_fields, options, Assumptions);
        _times = new TimeColumn(_fields, _map.FirstRow, _map.Time, _map.Clock, _map.Names[_map.Time], options);
        _number = new ImportNumber(options.DecimalSeparator ?? NumberSurvey.Find(
            _fields, _map.FirstRow, [.. _map.Prices, .. _map.Volumes, .. _map.Turnovers, .. _map.AdjustedClose < 0 ? Array.Empty<int>() : [_map.AdjustedClose]], _times.HasDottedDates));
        _map = AmountColumns.Choose(_fields, _map, _number, SymbolsOf(), Assumptions);
    }

    /// <summary>Everything detected or assumed, one sentence each.</summary>
    public List<string> Assumptions { get; } = [];

    /// <summary>The readable rows; series in the order of their first row.</summary>
    public IReadOnlyCollection<SeriesRows> Series => _series.Values;

    /// <summary>The symbol, when given outside the rows.</summary>
    public string? Symbol => _fields.Symbol;

    /// <summary>Name of the source file.</summary>
    public string Name => _part.Name;

    /// <summary>The symbol column; empty when there is none.</summary>
    public string SymbolColumn => _map.Symbol < 0 ? "" : _map.Names[_map.Symbol];

    /// <exception cref="CandleDataException">No row can be read, or the rows are not candles of one market.</exception>
    public static PartReader Read(ImportPart part, ImportOptions options)
    {
        RequireTrades(part.Source);
        var reader = new PartReader(part, options);
        reader.ReadRows();
        return reader;
    }

    /// <summary>Refuses a file whose name or folder says that its prices are not trade prices.</summary>
    /// <exception cref="CandleDataException">It contains mark or index prices, or funding.</exception>
    public static void RequireTrades(string path)
    {
        if (ForeignFileName.OtherContent(path) is { } content)
            throw new CandleDataException(
                path, 0, "", "", $"candles of trades; by its name this file contains {content}, which would be mistaken for them (to import them as candles, rename the file and give another symbol)");
    }

    private static bool IsJson(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..];

    private string[] SymbolsOf() => _options.Symbol is { } given ? [given]
        : _map.Symbol >= 0 ? [.. Enumerable.Range(_map.FirstRow, _fields.RowCount - _map.FirstRow).Select(row => _fields.Text(row, _map.Symbol)).Distinct(StringComparer.Ordinal)]
        : (_fields.Symbol ?? ForeignFileName.Parse(_part.Name).Symbol) is { } named ? [named]
        : [];

    private void ReadRows()
    {
        Dictionary<string, Timeframe>? timeframes = TimeframesOf();
        Describe(timeframes is not null);
        for (int row = _map.FirstRow; row < _fields.RowCount; row++)
            ReadRow(row, timeframes);

        RequireKnownKey();
        Assumptions.AddRange(_times.Assumptions());
        if (_series.Count > 0)
            AddHomeless(_series.Values.First().Unreadable);
        else if (_homeless.Count > 0)
            throw new CandleDataException(_part.Source, _homeless[0].Line, _homeless[0].Column, Shown(_homeless[0]), _homeless[0].Expectation);
        else
            throw new CandleDataException(_part.Source, 0, "", "", "rows of candles; there are none");

        if (_series.Values.All(series => series.Times.Count == 0) && _series.Values.SelectMany(series => series.Unreadable).FirstOrDefault() is { } first)
            throw new CandleDataException(_part.Source, first.Line, first.Column, Shown(first), first.Expectation);
    }

    private void AddHomeless(List<RowDefect> unreadable)
    {
        unreadable.AddRange(_homeless);
        unreadable.Sort((one, other) => one.Line.CompareTo(other.Line));
    }

    private static string Shown(RowDefect defect) => defect.Column.Length > 0 ? defect.Value : defect.Text;

    // Null when there is no timeframe column; a column with other words is not one.
    private Dictionary<string, Timeframe>? TimeframesOf()
    {
        if (_map.Timeframe < 0)
            return null;

        Dictionary<string, Timeframe> known = [];
        string? unknown = null;
        for (int row = _map.FirstRow; row < _fields.RowCount; row++)
        {
            string text = _fields.Text(row, _map.Timeframe);
            if (known.ContainsKey(text) || text == unknown)
                continue;
            if ((ForeignTimeframe.Parse(text) ?? ForeignTimeframe.OfMinutes(text)) is { } timeframe)
                known[text] = timeframe;
            else if (unknown is null && known.Count == 0)
                unknown = text;
            else
                throw new CandleDataException(
                    _part.Source, _fields.LineOf(row), _map.Names[_map.Timeframe], text,
                    $"a timeframe as in the other rows, such as {known.Keys.FirstOrDefault(unknown ?? "1h")}, or the same word in all of them");
        }

        if (unknown is null)
            return known;
        if (known.Count > 0)
            throw new CandleDataException(_part.Source, _fields.LineOf(_map.FirstRow), _map.Names[_map.Timeframe], unknown, $"a timeframe as in the other rows, such as {known.Keys.First()}");
        Assumptions.Add($"The column '{_map.Names[_map.Timeframe]}' is not used: '{unknown}' is not a timeframe.");
        return null;
    }

    private void Describe(bool hasTimeframe)
    {
        string volume = _options.VolumeColumn == ImportOptions.NoVolume ? "the volume is stored as 0"
            : _map.Volume < 0 ? "there is no volume, which stays unknown" : $"volume is '{_map.Names[_map.Volume]}'";
        string turnover = _map.Turnover < 0 ? "there is no turnover" : $"turnover is '{_map.Names[_map.Turnover]}'";
        string clock = _map.Clock < 0 ? "" : $" with '{_map.Names[_map.Clock]}'";
        if (_map.IsCounted)
        {
            Assumptions.Add($"By the number of fields the time is '{_map.Names[_map.Time]}'{clock}, {volume}, {turnover}.");
        }
        else
        {
            Assumptions.Add($"By the header the time is '{_map.Names[_map.Time]}'{clock}, {volume}, {turnover}.");
            string[] unused = [.. Enumerable.Range(0, _map.Names.Length)
                .Where(column => !_map.Uses(column) || (column == _map.Timeframe && !hasTimeframe)).Select(column => $"'{_map.Names[column]}'")];
            if (unused.Length > 0)
                Assumptions.Add($"Columns not used: {string.Join(", ", unused)}.");
        }

        if (_number.Point == ',')
            Assumptions.Add("Numbers have a decimal comma.");
        if (_map.AdjustedClose >= 0)
            Assumptions.Add(_options.UseAdjustedClose
                ? $"Open, high, low and close are multiplied by '{_map.Names[_map.AdjustedClose]}' over '{_map.Names[_map.Prices[3]]}'; volumes stay as they are."
                : $"'{_map.Names[_map.AdjustedClose]}' is not used: prices are as traded, without adjustment for dividends and perhaps splits. Give UseAdjustedClose (--adjusted) to take it.");
        else if (_options.UseAdjustedClose)
            throw new ArgumentException($"'{_part.Source}' has no adjusted close; it has {string.Join(", ", _map.Names)}.");
    }

    private void ReadRow(int row, Dictionary<string, Timeframe>? timeframes)
    {
        int count = _fields.FieldCount(row);
        bool isTooLong = count > _map.Names.Length && !Enumerable.Range(_map.Names.Length, count - _map.Names.Length).All(column => _fields[row, column].IsEmpty);
        if (count <= _map.Last || isTooLong || (_map.IsCounted && count < _map.Names.Length))
        {
            Refuse(_homeless, row, -1, FormattableString.Invariant($"{_map.Names.Length} fields, found {count}"));
            return;
        }

        string symbol = _map.Symbol < 0 ? "" : _fields.Text(row, _map.Symbol);
        if (_map.Symbol >= 0 && symbol.Length == 0)
        {
            Refuse(_homeless, row, _map.Symbol, "a symbol");
            return;
        }

        SeriesRows series = SeriesOf(symbol, timeframes is null ? "" : _fields.Text(row, _map.Timeframe), timeframes);
        if (!_times.TryRead(row, out ImportedTime time, out string expectation))
        {
            Refuse(series.Unreadable, row, _map.Time, expectation);
            return;
        }

        if (_map.Closed >= 0)
        {
            if (ClosedFlag.Parse(_fields[row, _map.Closed]) is not { } flag)
            {
                Refuse(series.Unreadable, row, _map.Closed, ClosedFlag.Expected);
                return;
            }

            if (flag != _map.ClosedWhen)
            {
                series.StillOpen++;
                return;
            }
        }

        if (TryReadValues(row, series, time))
            _read.Add((row, time.Milliseconds, series));
    }

    private SeriesRows SeriesOf(string symbol, string timeframe, Dictionary<string, Timeframe>? timeframes)
    {
        if (_series.TryGetValue((symbol, timeframe), out SeriesRows? series))
            return series;
        series = new SeriesRows(symbol.Length == 0 ? null : symbol, timeframes?[timeframe]);
        return _series[(symbol, timeframe)] = series;
    }

    private bool TryReadValues(int row, SeriesRows series, ImportedTime time)
    {
        Span<double> prices = stackalloc double[4];
        for (int i = 0; i < prices.Length; i++)
        {
            if (!TryNumber(row, _map.Prices[i], series, out prices[i]))
                return false;
        }

        double volume = _options.VolumeColumn == ImportOptions.NoVolume ? 0 : double.NaN, turnover = double.NaN;
        if (_map.Volume >= 0 && !TryNumber(row, _map.Volume, series, out volume))
            return false;
        if (_map.Turnover >= 0 && !AmountColumns.IsAbsent(_fields[row, _map.Turnover]) && !TryNumber(row, _map.Turnover, series, out turnover))
            return false;
        if (_options.UseAdjustedClose)
        {
            if (!TryNumber(row, _map.AdjustedClose, series, out double adjusted))
                return false;
            double factor = adjusted / prices[3];
            for (int i = 0; i < 3; i++)
                prices[i] *= factor;
            prices[3] = adjusted;
        }

        series.Add(time, prices, volume, turnover, _map.Synthetic >= 0 && _fields[row, _map.Synthetic].SequenceEqual("1"u8));
        return true;
    }

    private bool TryNumber(int row, int column, SeriesRows series, out double value)
    {
        if (_number.TryParse(_fields[row, column], out value))
            return true;
        Refuse(series.Unreadable, row, column, ImportNumber.Expected);
        return false;
    }

    private void Refuse(List<RowDefect> list, int row, int column, string expectation)
    {
        const int LongestText = 120;
        string text = _fields.LineText(row), value = column < 0 ? "" : _fields.Text(row, column);
        list.Add(new RowDefect(
            _fields.LineOf(row), text.Length <= LongestText ? text : text[..LongestText], expectation, column < 0 ? "" : _map.Names[column],
            value.Length <= LongestText ? value : value[..LongestText]));
    }

    // Repeated times, distinguished by another column: rows of several markets mixed together.
    private void RequireKnownKey()
    {
        if (_read.Count < 2 || _read.Select(row => (row.Time, row.Series)).Distinct().Count() > Repeated * _read.Count)
            return;

        for (int column = 0; column < _map.Names.Length; column++)
        {
            if (_map.Uses(column) || _map.Volumes.Contains(column) || _map.Turnovers.Contains(column))
                continue;

            string[] values = [.. _read.Select(row => _fields.Text(row.Row, column))];
            string[] keys = [.. values.Distinct(StringComparer.Ordinal)];
            bool isKey = keys.Length > 1 && keys.Length * 2 <= values.Length && !keys.Any(key => key.Contains('.', StringComparison.Ordinal) || key.Length == 0)
                && _read.Zip(values).Select(pair => (pair.First.Time, pair.First.Series, pair.Second)).Distinct().Count() >= Distinct * values.Length;
            if (!isKey)
                continue;

            int other = Array.FindIndex(values, value => value != values[0]);
            throw new CandleDataException(
                _part.Source, _fields.LineOf(_read[other].Row), _map.Names[column], values[other],
                $"rows of one market: each time appears once for each of {string.Join(", ", keys.Take(5))} (give SymbolColumn, --symbol-column, if this column names the symbol)");
        }
    }
}
