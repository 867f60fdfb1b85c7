namespace TradeBot.MarketData;

/// <summary>Progress of a fetch of several series, in candles of all of them.</summary>
internal sealed class FetchWork : IProgress<FetchProgress>
{
    private readonly Lock _gate = new();
    private readonly LongWork _work;
    private readonly IProgress<FetchProgress>? _listener;
    private readonly Dictionary<(string Symbol, Timeframe Timeframe), (double Candles, double Share)> _series = [];

    /// <param name="work">Receives the total progress.</param>
    /// <param name="wanted">The series to fetch.</param>
    /// <param name="from">First open time, UTC.</param>
    /// <param name="to">End of the open times, exclusive, UTC.</param>
    /// <param name="listener">The caller's progress; null for none.</param>
    public FetchWork(LongWork work, IEnumerable<(string Symbol, Timeframe Timeframe)> wanted, DateTime from, DateTime to, IProgress<FetchProgress>? listener)
    {
        (_work, _listener) = (work, listener);
        foreach ((string symbol, Timeframe timeframe) in wanted)
        {
            long first = timeframe.OpenOf(UnixTime.FromDateTime(from)), end = timeframe.OpenOf(UnixTime.FromDateTime(to));
            _series[(symbol, timeframe)] = (Math.Max(1, timeframe.CandlesBetween(first, Math.Max(first, end))), 0);
        }
    }

    public void Report(FetchProgress value)
    {
        _listener?.Report(value);
        lock (_gate)
        {
            (string Symbol, Timeframe Timeframe) series = (value.Symbol, value.Timeframe);
            if (_series.TryGetValue(series, out (double Candles, double Share) known))
                _series[series] = (known.Candles, value.Fraction);
            _work.Reach(_series.Values.Sum(s => s.Candles * s.Share), _series.Values.Sum(s => s.Candles));
        }
    }
}
