using System.Collections;

namespace TradeBot.MarketData;

/// <summary>Generated candles, one series per symbol, in the order of the options.</summary>
public sealed class SyntheticMarket : IReadOnlyList<CandleSeries>
{
    private readonly CandleSeries[] _series;
    private readonly double[][] _signals;

    internal SyntheticMarket(CandleSeries[] series, double[][] signals) => (_series, _signals) = (series, signals);

    /// <summary>Number of symbols.</summary>
    public int Count => _series.Length;

    /// <summary>The series at a position.</summary>
    public CandleSeries this[int index] => _series[index];

    /// <summary>The series of a symbol.</summary>
    /// <exception cref="ArgumentException">The market has no such symbol.</exception>
    public CandleSeries this[string symbol] => _series[IndexOf(symbol)];

    /// <summary>The planted edge's signal, one value per candle, known at its close; empty for a symbol without an edge.</summary>
    /// <remarks>Correlates with the next candle's standardised return by the edge's information coefficient.</remarks>
    /// <exception cref="ArgumentException">The market has no such symbol.</exception>
    public ReadOnlySpan<double> SignalOf(string symbol) => _signals[IndexOf(symbol)];

    /// <inheritdoc/>
    public IEnumerator<CandleSeries> GetEnumerator() => ((IEnumerable<CandleSeries>)_series).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string symbol)
    {
        int index = Array.FindIndex(_series, series => series.Symbol == symbol);
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"There is no symbol {symbol}; the market has {string.Join(", ", _series.Select(series => series.Symbol))}.", nameof(symbol));
    }
}
