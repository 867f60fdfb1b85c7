namespace TradeBot.MarketData;

/// <summary>Collects resampled candles as columns.</summary>
internal sealed class BucketBuilder
{
    private readonly CandleSeries _source;
    private readonly Timeframe _timeframe;
    private readonly List<long> _openTimes = [];
    private readonly List<double> _open = [], _high = [], _low = [], _close = [], _volume = [], _turnover = [];
    private readonly List<int> _counts = [];
    private readonly List<bool> _synthetic = [];

    public BucketBuilder(CandleSeries source, Timeframe timeframe) => (_source, _timeframe) = (source, timeframe);

    /// <summary>Adds a bucket from the source's candles at [start, end).</summary>
    public void Add(long openTime, int start, int end)
    {
        _openTimes.Add(openTime);
        _open.Add(_source.Open[start]);
        _high.Add(Highest(_source.High[start..end]));
        _low.Add(Lowest(_source.Low[start..end]));
        _close.Add(_source.Close[end - 1]);
        _volume.Add(Sum(_source.Volume[start..end]));
        if (_source.HasTurnover)
            _turnover.Add(Sum(_source.Turnover[start..end]));
        _counts.Add(end - start);
        if (_source.HasSynthetic)
            _synthetic.Add(!_source.Synthetic[start..end].Contains(false));
    }

    public ResampledCandles Build(IReadOnlyList<DateTime> leftOut) => new(
        new CandleSeries(
            _source.Symbol, _timeframe, _openTimes.ToArray(), _open.ToArray(), _high.ToArray(), _low.ToArray(),
            _close.ToArray(), _volume.ToArray(), _source.HasTurnover ? _turnover.ToArray() : default,
            _synthetic.Contains(true) ? _synthetic.ToArray() : default),
        [.. _counts],
        leftOut);

    private static double Highest(ReadOnlySpan<double> values)
    {
        double highest = values[0];
        foreach (double value in values[1..])
            highest = Math.Max(highest, value); // NaN in gives NaN out
        return highest;
    }

    private static double Lowest(ReadOnlySpan<double> values)
    {
        double lowest = values[0];
        foreach (double value in values[1..])
            lowest = Math.Min(lowest, value);
        return lowest;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }
}
