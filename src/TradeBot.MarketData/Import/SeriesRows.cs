namespace TradeBot.MarketData;

/// <summary>Collects the rows of one symbol and timeframe, in the order of the source.</summary>
internal sealed class SeriesRows
{
    private readonly List<double> _open = [], _high = [], _low = [], _close = [], _volume = [], _turnover = [];
    private readonly List<bool> _synthetic = [], _isLocal = [];

    public SeriesRows(string? symbol, Timeframe? timeframe) => (Symbol, Timeframe) = (symbol, timeframe);

    /// <summary>As given in the rows; null when not given.</summary>
    public string? Symbol { get; }

    /// <summary>As given in the rows; null when not given.</summary>
    public Timeframe? Timeframe { get; }

    /// <summary>Rows that the source marks as not closed; they were dropped.</summary>
    public int StillOpen { get; set; }

    public List<long> Times { get; } = [];

    public List<RowDefect> Unreadable { get; } = [];

    public void Add(ImportedTime time, ReadOnlySpan<double> prices, double volume, double turnover, bool isSynthetic)
    {
        Times.Add(time.Milliseconds);
        _isLocal.Add(time.IsLocal);
        _open.Add(prices[0]);
        _high.Add(prices[1]);
        _low.Add(prices[2]);
        _close.Add(prices[3]);
        _volume.Add(volume);
        _turnover.Add(turnover);
        _synthetic.Add(isSynthetic);
    }

    /// <summary>Appends rows of another part of the same series.</summary>
    public void Append(SeriesRows other)
    {
        StillOpen += other.StillOpen;
        Times.AddRange(other.Times);
        Unreadable.AddRange(other.Unreadable);
        _isLocal.AddRange(other._isLocal);
        _synthetic.AddRange(other._synthetic);
        foreach ((List<double> mine, List<double> others) in Columns().Zip(other.Columns()))
            mine.AddRange(others);
    }

    /// <summary>Reverses rows that are newest first.</summary>
    /// <returns>True when they were reversed.</returns>
    public bool ReverseIfNewestFirst()
    {
        int falling = 0;
        for (int i = 1; i < Times.Count; i++)
            falling += Times[i] < Times[i - 1] ? 1 : 0;
        if (falling * 2 <= Times.Count - 1 || falling == 0)
            return false;

        Times.Reverse();
        _isLocal.Reverse();
        _synthetic.Reverse();
        foreach (List<double> column in Columns())
            column.Reverse();
        return true;
    }

    public void ToUtc(TimeZoneInfo zone) => ZonedTimes.ToUtc(Times, _isLocal, zone);

    /// <summary>Drops the rows that close after a time.</summary>
    /// <returns>How many.</returns>
    public int DropOpen(Timeframe timeframe, DateTime now)
    {
        long moment = UnixTime.FromDateTime(now);
        int kept = 0;
        for (int i = 0; i < Times.Count; i++)
        {
            if (timeframe.NextOpen(Times[i]) > moment)
                continue;
            Times[kept] = Times[i];
            (_isLocal[kept], _synthetic[kept]) = (_isLocal[i], _synthetic[i]);
            foreach (List<double> column in Columns())
                column[kept] = column[i];
            kept++;
        }

        int dropped = Times.Count - kept;
        Times.RemoveRange(kept, dropped);
        _isLocal.RemoveRange(kept, dropped);
        _synthetic.RemoveRange(kept, dropped);
        foreach (List<double> column in Columns())
            column.RemoveRange(kept, dropped);
        return dropped;
    }

    public CandleTable ToTable(string symbol, Timeframe timeframe) => new(
        symbol, timeframe, Times.ToArray(), _open.ToArray(), _high.ToArray(), _low.ToArray(), _close.ToArray(), _volume.ToArray(),
        _turnover.TrueForAll(double.IsNaN) ? default : _turnover.ToArray(), _synthetic.Contains(true) ? _synthetic.ToArray() : default);

    private List<double>[] Columns() => [_open, _high, _low, _close, _volume, _turnover];
}
