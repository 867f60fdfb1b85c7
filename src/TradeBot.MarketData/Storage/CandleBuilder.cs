namespace TradeBot.MarketData;

/// <summary>Builds a series while its rows are read or merged.</summary>
internal sealed class CandleBuilder
{
    private readonly bool _hasTurnover, _hasSynthetic;
    private long[] _openTimes;
    private double[] _open, _high, _low, _close, _volume, _turnover;
    private bool[] _synthetic;

    public CandleBuilder(int capacity, bool hasTurnover, bool hasSynthetic)
    {
        (_hasTurnover, _hasSynthetic) = (hasTurnover, hasSynthetic);
        _openTimes = GC.AllocateUninitializedArray<long>(capacity);
        _open = GC.AllocateUninitializedArray<double>(capacity);
        _high = GC.AllocateUninitializedArray<double>(capacity);
        _low = GC.AllocateUninitializedArray<double>(capacity);
        _close = GC.AllocateUninitializedArray<double>(capacity);
        _volume = GC.AllocateUninitializedArray<double>(capacity);
        _turnover = hasTurnover ? GC.AllocateUninitializedArray<double>(capacity) : [];
        _synthetic = hasSynthetic ? new bool[capacity] : [];
    }

    public int Count { get; private set; }

    public void Add(CandleRow row)
    {
        if (Count == _openTimes.Length)
            Grow();

        int i = Count++;
        _openTimes[i] = row.OpenTime;
        _open[i] = row.Open;
        _high[i] = row.High;
        _low[i] = row.Low;
        _close[i] = row.Close;
        _volume[i] = row.Volume;
        if (_hasTurnover)
            _turnover[i] = row.Turnover;
        if (_hasSynthetic)
            _synthetic[i] = row.Synthetic;
    }

    /// <summary>The rows so far, over the same memory. The caller ensures that times are increasing.</summary>
    public CandleSeries ToSeries(string symbol, Timeframe timeframe) => new(symbol, timeframe, new CandleColumns(
        _openTimes.AsMemory(0, Count), _open.AsMemory(0, Count), _high.AsMemory(0, Count),
        _low.AsMemory(0, Count), _close.AsMemory(0, Count), _volume.AsMemory(0, Count),
        _hasTurnover ? _turnover.AsMemory(0, Count) : default,
        _hasSynthetic ? _synthetic.AsMemory(0, Count) : default));

    private void Grow()
    {
        int capacity = Math.Max(16, 2 * Count);
        Array.Resize(ref _openTimes, capacity);
        Array.Resize(ref _open, capacity);
        Array.Resize(ref _high, capacity);
        Array.Resize(ref _low, capacity);
        Array.Resize(ref _close, capacity);
        Array.Resize(ref _volume, capacity);
        if (_hasTurnover)
            Array.Resize(ref _turnover, capacity);
        if (_hasSynthetic)
            Array.Resize(ref _synthetic, capacity);
    }
}
