using System.Collections.Concurrent;
using TradeBot.MarketData;

namespace TradeBot.Exchanges.Emulator.Market;

/// <summary>One symbol of the local exchange: its candles of every timeframe, up to the exchange's current time.</summary>
internal sealed class EmulatedSymbol
{
    private readonly ConcurrentDictionary<Timeframe, Lazy<CandleSeries>> _series = new();
    private readonly HashSet<Timeframe> _given;
    private readonly CandleSeries _base;

    public EmulatedSymbol(IEnumerable<CandleSeries> candles)
    {
        CandleSeries[] given = [.. candles.OrderBy(series => series.Timeframe)];
        _base = given[0];
        _given = [.. given.Select(series => series.Timeframe)];
        foreach (CandleSeries series in given)
            _series[series.Timeframe] = new Lazy<CandleSeries>(series);
        Decimals = Math.Max(Math.Max(CandlePath.DecimalsOf(_base.Open), CandlePath.DecimalsOf(_base.High)), Math.Max(CandlePath.DecimalsOf(_base.Low), CandlePath.DecimalsOf(_base.Close)));
        QuantityDecimals = Math.Max(MarketRows.UsualQuantityDecimals, CandlePath.DecimalsOf(_base.Volume));
    }

    public string Name => _base.Symbol;

    /// <summary>Decimal places of a price.</summary>
    public int Decimals { get; }

    /// <summary>Decimal places of a quantity.</summary>
    public int QuantityDecimals { get; }

    /// <summary>Every quantity is a multiple of it: those of the given candles, of which nothing is rounded, and those that are made.</summary>
    public decimal QuantityStep => new(1, 0, 0, isNegative: false, (byte)QuantityDecimals);

    public decimal TickSize => new(1, 0, 0, isNegative: false, (byte)Decimals);

    /// <summary>Open time of the first candle, in milliseconds since 1970-01-01 UTC.</summary>
    public long Launched => _base.OpenTimes[0];

    /// <summary>The candles of a timeframe, those of the future included.</summary>
    public CandleSeries Candles(Timeframe timeframe) =>
        _series.GetOrAdd(timeframe, longer => new Lazy<CandleSeries>(() => CandleBuckets.Of(_base, longer, QuantityDecimals))).Value;

    /// <summary>True when candles of a timeframe are served: all that the shortest ones make.</summary>
    public bool Has(Timeframe timeframe) => timeframe >= _base.Timeframe;

    /// <summary>How many candles of a series have opened.</summary>
    public static int CountAt(CandleSeries series, long now)
    {
        int index = series.OpenTimes.BinarySearch(now);
        return index < 0 ? ~index : index + 1;
    }

    /// <summary>A candle as it is known now: whole when closed, so far when open.</summary>
    public Candle At(CandleSeries series, int index, long now)
    {
        long open = series.OpenTimes[index], close = series.Timeframe.NextOpen(open);
        if (now >= close)
            return series[index];
        return _given.Contains(series.Timeframe)
            ? CandlePath.At(series[index], (double)(now - open) / (close - open), Decimals, QuantityDecimals)
            : SoFar(open, now);
    }

    /// <summary>Price of the last trade; that of the first candle's open before there was one.</summary>
    public double PriceAt(long now)
    {
        int count = CountAt(_base, now);
        return count == 0 ? _base.Open[0] : At(_base, count - 1, now).Close;
    }

    /// <summary>The candle of the last 24 hours; null when nothing was traded in them.</summary>
    public Candle? DayAt(long now)
    {
        int end = CountAt(_base, now), start = CountAt(_base, now - UnixTime.MillisecondsPerDay);
        Candle? day = null;
        for (int i = start; i < end; i++)
            day = day is { } before ? CandleBuckets.Join(before, At(_base, i, now)) : At(_base, i, now);
        return day is { } whole ? whole with { Volume = Math.Round(whole.Volume, QuantityDecimals) } : null;
    }

    /// <summary>The open candle of a longer timeframe: what its shorter ones are by now.</summary>
    private Candle SoFar(long open, long now)
    {
        int end = CountAt(_base, now), start = CountAt(_base, open - 1);
        Candle candle = At(_base, start, now) with { OpenTime = UnixTime.ToDateTime(open) };
        for (int i = start + 1; i < end; i++)
            candle = CandleBuckets.Join(candle, At(_base, i, now));
        return candle with { Volume = Math.Round(candle.Volume, QuantityDecimals) };
    }
}
