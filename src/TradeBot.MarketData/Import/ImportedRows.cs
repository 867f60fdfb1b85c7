namespace TradeBot.MarketData;

/// <summary>Collects rows of any layout, their defects, and what was assumed.</summary>
internal sealed class ImportedRows
{
    private const int LongestText = 120;

    private readonly string _source;
    private readonly List<long> _times = [];
    private readonly List<double> _open = [], _high = [], _low = [], _close = [], _volume = [], _turnover = [];
    private readonly List<bool> _synthetic = [];
    private readonly List<string> _assumptions = [];
    private readonly List<RowDefect> _unreadable = [];

    public ImportedRows(string source, TimeSpan clockOffset) => (_source, Times) = (source, new TimeReader(clockOffset));

    public string Source => _source;

    public TimeReader Times { get; }

    /// <summary>The instrument, where a column tells it.</summary>
    public string? Symbol { get; set; }

    public int Count => _times.Count;

    public void Assume(string sentence) => _assumptions.Add(sentence);

    public void Refuse(long line, string text, string expectation) =>
        _unreadable.Add(new RowDefect(line, text.Length <= LongestText ? text : text[..LongestText], expectation));

    public void Add(long time, ReadOnlySpan<double> prices, double volume, double turnover, bool isSynthetic = false)
    {
        _times.Add(time);
        _open.Add(prices[0]);
        _high.Add(prices[1]);
        _low.Add(prices[2]);
        _close.Add(prices[3]);
        _volume.Add(volume);
        _turnover.Add(turnover);
        _synthetic.Add(isSynthetic);
    }

    public ImportResult ToResult(ImportOptions options)
    {
        if (_times.Count == 0)
            throw new CandleDataException(
                _source, _unreadable.Count > 0 ? _unreadable[0].Line : 0, "", _unreadable.Count > 0 ? _unreadable[0].Text : "",
                _unreadable.Count > 0 ? _unreadable[0].Expectation : "rows of candles; there are none");

        foreach (string sentence in Times.Assumptions())
            Assume(sentence);
        Assume("A row's time is taken as the candle's open time.");
        ReverseIfNewestFirst();

        var name = ForeignFileName.Parse(_source);
        string symbol = FindSymbol(options, name);
        Timeframe timeframe = FindTimeframe(options, name);
        var table = new CandleTable(
            symbol, timeframe, _times.ToArray(), _open.ToArray(), _high.ToArray(), _low.ToArray(), _close.ToArray(), _volume.ToArray(),
            _turnover.TrueForAll(double.IsNaN) ? default : _turnover.ToArray(), _synthetic.Contains(true) ? _synthetic.ToArray() : default);
        return new ImportResult(_source, table, _assumptions, _unreadable);
    }

    private void ReverseIfNewestFirst()
    {
        int falling = 0;
        for (int i = 1; i < _times.Count; i++)
            falling += _times[i] < _times[i - 1] ? 1 : 0;
        if (falling * 2 <= _times.Count - 1 || falling == 0)
            return;

        Assume("The rows stand newest first and were turned around.");
        _times.Reverse();
        _synthetic.Reverse();
        foreach (List<double> column in (ReadOnlySpan<List<double>>)[_open, _high, _low, _close, _volume, _turnover])
            column.Reverse();
    }

    private string FindSymbol(ImportOptions options, ForeignFileName name)
    {
        if (options.Symbol is { } given)
            return given;
        if (Symbol is { } fromColumn)
        {
            Assume($"The symbol {fromColumn} is taken from the first row.");
            return fromColumn;
        }

        if (name.Symbol is { } fromName)
        {
            Assume($"The symbol {fromName} is taken from the file name.");
            return fromName;
        }

        throw new ArgumentException($"Neither the rows nor the name of '{_source}' tell the symbol: give ImportOptions.Symbol.", nameof(options));
    }

    private Timeframe FindTimeframe(ImportOptions options, ForeignFileName name)
    {
        if (options.Timeframe is { } given)
            return given;

        Timeframe? measured = MeasuredTimeframe.Of(_times);
        if (name.Timeframe is { } named && (measured is null || measured == named || Resampler.CanResample(named, measured.Value)))
        {
            Assume($"The timeframe {named} is taken from the file name.");
            return named;
        }

        if (measured is not { } timeframe)
            throw new ArgumentException(
                $"Neither the rows nor the name of '{_source}' tell the timeframe: give ImportOptions.Timeframe.", nameof(options));

        Assume(name.Timeframe is { } wrong
            ? $"The file name says {wrong}, but most rows are {timeframe} apart: {timeframe} is taken."
            : $"Most rows are {timeframe} apart: the timeframe is {timeframe}.");
        return timeframe;
    }
}
