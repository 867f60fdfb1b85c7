using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>The benchmark of a run: buying once and holding, without costs.</summary>
/// <remarks>
/// Every symbol gets the same part of the cash, which buys it at its first close, waits until then, and is never rebalanced; or one named symbol gets all.
/// The order of the symbols changes nothing: results are bit-identical. Of a symbol with several timeframes the shortest counts.
/// </remarks>
public sealed class HoldingBenchmark
{
    private readonly CandleSeries[] _held;

    private HoldingBenchmark(CandleSeries[] held) => _held = held;

    /// <summary>Its name: a symbol, or equal parts of several.</summary>
    public string Name => _held.Length == 1 ? _held[0].Symbol : $"equal parts of {string.Join(", ", _held.Select(s => s.Symbol))}";

    /// <summary>The benchmark of a run.</summary>
    /// <param name="series">The candles of the run, at least one series, none empty.</param>
    /// <param name="symbol">The symbol to hold alone; null for equal parts of all.</param>
    /// <exception cref="ArgumentException">No series has the symbol.</exception>
    public static HoldingBenchmark Of(IEnumerable<CandleSeries> series, string? symbol = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        CandleSeries[] bySymbol = [.. series.GroupBy(s => s.Symbol).Select(s => s.MinBy(one => one.Timeframe)!).OrderBy(s => s.Symbol, StringComparer.Ordinal)];
        CandleSeries[] held = symbol is null ? bySymbol : Array.FindAll(bySymbol, s => s.Symbol == symbol);
        return held.Length > 0
            ? new HoldingBenchmark(held)
            : throw new ArgumentException($"The benchmark '{symbol}' is not a symbol of the run; accepted are {string.Join(", ", bySymbol.Select(s => s.Symbol))}.", nameof(symbol));
    }

    /// <summary>The value of one unit of starting cash at given times.</summary>
    /// <param name="times">Milliseconds since 1970-01-01 UTC; a candle counts from its close.</param>
    /// <returns>One value per time, aligned with it; 1 before the first close.</returns>
    public double[] ValuesAt(ReadOnlySpan<long> times)
    {
        double[] values = new double[times.Length];
        foreach (CandleSeries one in _held)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] += LastCloseAt(one, times[i]) / one.Close[0];
        }

        for (int i = 0; i < values.Length; i++)
            values[i] /= _held.Length;
        return values;
    }

    /// <summary>The return from the first to the last close.</summary>
    internal double TotalReturn => _held.Sum(s => s.Close[^1] / s.Close[0]) / _held.Length - 1;

    private static double LastCloseAt(CandleSeries candles, long time)
    {
        int index = candles.OpenTimes.BinarySearch(time);
        int last = (index >= 0 ? index : ~index) - 1;
        if (last >= 0 && candles.Timeframe.NextOpen(candles.OpenTimes[last]) > time)
            last--;
        return candles.Close[Math.Max(last, 0)];
    }
}
