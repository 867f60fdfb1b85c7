using System.Runtime.InteropServices;
using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>The candles of a run with their features as known at each close, all or only the latest.</summary>
internal sealed class CandleMemory
{
    private readonly CandleFeed _feed;
    private readonly FeaturePipeline _pipeline;
    private readonly int? _window;
    private readonly List<long> _times = [];
    private readonly List<double> _open = [], _high = [], _low = [], _close = [], _volume = [], _turnover = [];
    private readonly List<double>[] _features;

    public CandleMemory(CandleFeed feed, FeaturePipeline pipeline, int? window)
    {
        (_feed, _pipeline, _window) = (feed, pipeline, window);
        _features = [.. pipeline.Names.Select(_ => new List<double>())];
    }

    public void Add(in Candle candle, ReadOnlySpan<double> row)
    {
        _times.Add(UnixTime.FromDateTime(candle.OpenTime));
        _open.Add(candle.Open);
        _high.Add(candle.High);
        _low.Add(candle.Low);
        _close.Add(candle.Close);
        _volume.Add(candle.Volume);
        _turnover.Add(candle.Turnover);
        for (int i = 0; i < row.Length; i++)
            _features[i].Add(row[i]);

        if (_window is int window && _times.Count >= 2 * window) // occasionally, not at each candle
            Forget(_times.Count - window);
    }

    /// <summary>The rows whose labels are known from the candles so far; null when there are none.</summary>
    public Dataset? Label(Label label)
    {
        int from = Math.Max(0, _times.Count - (_window ?? _times.Count));
        var series = new CandleSeries(
            _feed.Symbol, _feed.Timeframe, CollectionsMarshal.AsSpan(_times)[from..].ToArray(),
            Latest(_open, from), Latest(_high, from), Latest(_low, from), Latest(_close, from), Latest(_volume, from), Latest(_turnover, from));
        return Dataset.Of(series, _pipeline, Array.ConvertAll(_features, column => Latest(column, from)), label, out _);
    }

    private static double[] Latest(List<double> values, int from) => CollectionsMarshal.AsSpan(values)[from..].ToArray();

    private void Forget(int count)
    {
        _times.RemoveRange(0, count);
        foreach (List<double> column in (IEnumerable<List<double>>)[_open, _high, _low, _close, _volume, _turnover, .. _features])
            column.RemoveRange(0, count);
    }
}
