namespace TradeBot.MarketData;

/// <summary>The columns of a series while they are being filled.</summary>
internal sealed class CandleColumns
{
    private readonly long[] _openTimes;
    private readonly double[] _open, _high, _low, _close, _volume, _turnover;
    private readonly bool[] _synthetic;

    public CandleColumns(int capacity, bool hasTurnover, bool hasSynthetic)
    {
        _openTimes = new long[capacity];
        _open = new double[capacity];
        _high = new double[capacity];
        _low = new double[capacity];
        _close = new double[capacity];
        _volume = new double[capacity];
        _turnover = hasTurnover ? new double[capacity] : [];
        _synthetic = hasSynthetic ? new bool[capacity] : [];
    }

    public int Count { get; private set; }

    public void Add(CandleRow row)
    {
        int i = Count++;
        _openTimes[i] = row.OpenTime;
        _open[i] = row.Open;
        _high[i] = row.High;
        _low[i] = row.Low;
        _close[i] = row.Close;
        _volume[i] = row.Volume;
        if (_turnover.Length > 0)
            _turnover[i] = row.Turnover;
        if (_synthetic.Length > 0)
            _synthetic[i] = row.Synthetic;
    }

    public CandleSeries ToSeries(string symbol, Timeframe timeframe) => new(
        symbol, timeframe, _openTimes.AsMemory(0, Count), _open.AsMemory(0, Count), _high.AsMemory(0, Count),
        _low.AsMemory(0, Count), _close.AsMemory(0, Count), _volume.AsMemory(0, Count),
        _turnover.Length > 0 ? _turnover.AsMemory(0, Count) : default,
        _synthetic.Length > 0 ? _synthetic.AsMemory(0, Count) : default);
}
