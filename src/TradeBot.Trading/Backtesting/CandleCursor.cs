using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Where a series stands in a replay: before the open or before the close of a candle.</summary>
/// <remarks>Candles are gathered from their columns block by block, so that each costs neither a look at every column nor a copy.</remarks>
internal sealed class CandleCursor
{
    private const int BlockLength = 64;

    private readonly CandleSeries _series;
    private readonly Candle[] _block;
    private readonly long[] _opens, _closes;
    private int _first, _slot, _length;

    public CandleCursor(CandleSeries series)
    {
        int length = Math.Min(BlockLength, series.Count);
        (_series, _block, _opens, _closes) = (series, new Candle[length], new long[length], new long[length]);
        Gather(0);
    }

    /// <summary>When its next event comes; never, when the series is over.</summary>
    public long Time { get; private set; }

    /// <summary>Whether its candle has opened.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The candle whose open or close comes next.</summary>
    public ref readonly Candle Candle => ref _block[_slot];

    public bool IsSynthetic => _series.HasSynthetic && _series.Synthetic[_first + _slot];

    public void Open() => (IsOpen, Time) = (true, _closes[_slot]);

    public void Close()
    {
        IsOpen = false;
        if (++_slot == _length)
            Gather(_first + _length);
        else
            Time = _opens[_slot];
    }

    private void Gather(int first)
    {
        (_first, _slot, _length) = (first, 0, Math.Min(_block.Length, _series.Count - first));
        _series.OpenTimes.Slice(first, _length).CopyTo(_opens);
        ReadOnlySpan<double> open = _series.Open[first..], high = _series.High[first..], low = _series.Low[first..];
        ReadOnlySpan<double> close = _series.Close[first..], volume = _series.Volume[first..];
        ReadOnlySpan<double> turnover = _series.HasTurnover ? _series.Turnover[first..] : default;
        for (int i = 0; i < _length; i++)
        {
            _closes[i] = _series.Timeframe.NextOpen(_opens[i]);
            _block[i] = new Candle(
                UnixTime.ToDateTime(_opens[i]), open[i], high[i], low[i], close[i], volume[i], turnover.IsEmpty ? double.NaN : turnover[i]);
        }

        Time = _length > 0 ? _opens[0] : long.MaxValue;
    }
}
