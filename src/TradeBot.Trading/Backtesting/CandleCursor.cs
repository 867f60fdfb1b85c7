using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Where a series stands in a replay: before the open or before the close of a candle.</summary>
internal sealed class CandleCursor
{
    private readonly CandleSeries _series;
    private readonly CandleBlock _block;
    private int _next;

    public CandleCursor(CandleSeries series)
    {
        (_series, _block) = (series, new CandleBlock(series));
        Time = series.Count > 0 ? series.OpenTimes[0] : long.MaxValue;
    }

    /// <summary>When its next event comes; never, when the series is over.</summary>
    public long Time { get; private set; }

    /// <summary>Whether its candle has opened.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The candle whose open or close comes next.</summary>
    public ref readonly Candle Candle => ref _block.At(_next);

    public bool IsSynthetic => _block.IsSynthetic(_next);

    public void Open() => (IsOpen, Time) = (true, _series.CloseTimes.Span[_next]);

    public void Close()
    {
        IsOpen = false;
        Time = ++_next < _series.Count ? _series.OpenTimes[_next] : long.MaxValue;
    }
}
