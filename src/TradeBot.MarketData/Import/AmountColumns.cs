namespace TradeBot.MarketData;

/// <summary>Chooses the volume and turnover columns: by exact names, and only when the values are consistent.</summary>
internal sealed class AmountColumns
{
    private const double NearlyEvery = 0.95; // fraction of rows, so that a damaged one decides nothing

    private readonly FieldTable _fields;
    private readonly ImportNumber _number;
    private readonly ColumnMap _map;
    private readonly string[] _names;
    private readonly List<string> _assumptions;

    private AmountColumns(FieldTable fields, ColumnMap map, ImportNumber number, List<string> assumptions)
    {
        (_fields, _map, _number, _assumptions) = (fields, map, number, assumptions);
        _names = [.. map.Names.Select(ColumnNames.Normalise)];
    }

    /// <param name="fields">The file.</param>
    /// <param name="map">The columns found so far.</param>
    /// <param name="number">The file's number format.</param>
    /// <param name="symbols">The file's symbols as written there, for names such as "Volume BTC".</param>
    /// <param name="assumptions">Receives what was chosen and what was not.</param>
    public static ColumnMap Choose(FieldTable fields, ColumnMap map, ImportNumber number, IReadOnlyCollection<string> symbols, List<string> assumptions) =>
        new AmountColumns(fields, map, number, assumptions).Choose(symbols);

    private ColumnMap Choose(IReadOnlyCollection<string> symbols)
    {
        int[] ofBase = OfCurrency(symbols, ForeignSymbol.HasBase), ofQuote = OfCurrency(symbols, ForeignSymbol.HasQuote);
        int[] volumes = [.. _map.Volumes.Concat(ofBase).Where(HasValues)];
        int[] turnovers = [.. _map.Turnovers.Concat(ofQuote).Except(ofBase).Where(HasValues)];
        foreach (int volume in volumes)
        {
            foreach (int turnover in turnovers.Where(column => column != volume))
            {
                TurnoverCheck check = Check(volume, turnover);
                if (!check.Fits || (_map.IsCounted && !check.HasEvidence))
                    continue;
                if (volume != volumes[0])
                    Say($"The volume is taken from '{_map.Names[volume]}', not '{_map.Names[volumes[0]]}', because only then turnover divided by volume is a price within the candle.");
                return Chosen(volume, turnover);
            }
        }

        int chosen = volumes.Length > 0 ? volumes[0] : -1;
        foreach (int turnover in turnovers.Where(column => column != chosen))
            Say($"'{_map.Names[turnover]}' is not used as turnover: {(chosen < 0 ? "there is no volume to compare it with" : "divided by the volume it is not a price between low and high")}.");
        return Chosen(chosen, -1);
    }

    private ColumnMap Chosen(int volume, int turnover)
    {
        int ticks = ColumnNames.Find(_names, ColumnNames.TickVolume);
        if (ticks >= 0 && (volume < 0 || IsZero(volume)))
        {
            Say($"{(volume < 0 ? "There is no volume" : $"'{_map.Names[volume]}' is 0 in nearly every row")}: '{_map.Names[ticks]}', the number of price changes, is taken as the volume.");
            (volume, turnover) = (ticks, -1);
        }

        return _map with { Volume = volume, Turnover = turnover };
    }

    // "Volume BTC", "volume_usdt": an exact name once the currency is known to belong to the symbol.
    private int[] OfCurrency(IReadOnlyCollection<string> symbols, Func<string, string, bool> has) =>
    [
        .. Enumerable.Range(0, _names.Length).Where(column =>
            CurrencyOf(_names[column]) is { } currency && symbols.Count > 0 && symbols.All(symbol => has(symbol, currency))),
    ];

    private static string? CurrencyOf(string name)
    {
        foreach (string word in (ReadOnlySpan<string>)["volume", "vol"])
        {
            if (name.Length > word.Length && name.StartsWith(word, StringComparison.Ordinal))
                return name[word.Length..];
            if (name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal))
                return name[..^word.Length];
        }

        return null;
    }

    private bool HasValues(int column) => Rows().Any(row => !IsAbsent(_fields[row, column]));

    private bool IsZero(int column)
    {
        int[] rows = [.. Rows().Where(row => !IsAbsent(_fields[row, column]))];
        return rows.Count(row => _number.TryParse(_fields[row, column], out double value) && value == 0) >= NearlyEvery * rows.Length;
    }

    private IEnumerable<int> Rows() => Enumerable.Range(_map.FirstRow, _fields.RowCount - _map.FirstRow);

    /// <summary>Empty, or a dash that means empty.</summary>
    public static bool IsAbsent(ReadOnlySpan<byte> text) => text.IsEmpty || text.SequenceEqual("-"u8);

    private TurnoverCheck Check(int volume, int turnover)
    {
        TurnoverCheck check = default;
        for (int row = _map.FirstRow; row < _fields.RowCount; row++)
        {
            if (_number.TryParse(_fields[row, _map.Prices[1]], out double high) && _number.TryParse(_fields[row, _map.Prices[2]], out double low)
                && _number.TryParse(_fields[row, volume], out double quantity) && _number.TryParse(_fields[row, turnover], out double value))
                check.Add(low, high, quantity, value);
        }

        return check;
    }

    private void Say(string sentence) => _assumptions.Add(sentence);
}
