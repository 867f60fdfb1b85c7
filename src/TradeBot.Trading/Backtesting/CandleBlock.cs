using System.Runtime.CompilerServices;
using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Candles of a series, gathered from its columns block by block, so that reading one touches neither every column nor a copy.</summary>
internal sealed class CandleBlock(CandleSeries series)
{
    private const int MaxLength = 64;

    private readonly Candle[] _candles = new Candle[Math.Min(MaxLength, series.Count)];
    private readonly bool _hasSynthetic = series.HasSynthetic;
    private int _first, _length;

    /// <summary>A candle; those before it may be gone from the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Candle At(int index)
    {
        if ((uint)(index - _first) >= (uint)_length)
            Gather(index);
        return ref _candles[index - _first];
    }

    /// <summary>Whether a repair made the candle up.</summary>
    public bool IsSynthetic(int index) => _hasSynthetic && series.Synthetic[index];

    private void Gather(int first)
    {
        (_first, _length) = (first, Math.Min(_candles.Length, series.Count - first));
        ReadOnlySpan<long> times = series.OpenTimes[first..];
        ReadOnlySpan<double> open = series.Open[first..], high = series.High[first..], low = series.Low[first..];
        ReadOnlySpan<double> close = series.Close[first..], volume = series.Volume[first..];
        ReadOnlySpan<double> turnover = series.HasTurnover ? series.Turnover[first..] : default;
        for (int i = 0; i < _length; i++)
        {
            _candles[i] = new Candle(
                UnixTime.ToDateTime(times[i]), open[i], high[i], low[i], close[i], volume[i], turnover.IsEmpty ? double.NaN : turnover[i]);
        }
    }
}
