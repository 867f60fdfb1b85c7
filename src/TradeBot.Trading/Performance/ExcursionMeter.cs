using System.Numerics.Tensors;
using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>How far prices moved against a round trip and in its favour while it was held.</summary>
/// <remarks>
/// Both are fractions of the average entry price; neither is overstated. Source: J. Sweeney, <i>Maximum Adverse
/// Excursion</i>, 1997.
/// </remarks>
internal sealed class ExcursionMeter(CandleSeries candles)
{
    private int _near;

    /// <summary>Measures the round trips of a result, which come by exit.</summary>
    /// <param name="books">The books of the run.</param>
    /// <param name="series">What was traded on; of several series of a symbol the first counts.</param>
    public static IReadOnlyList<Trade> Measure(TradingBooks books, IReadOnlyList<CandleSeries> series)
    {
        string[] symbols = [.. books.Symbols.Select(b => b.Instrument.Symbol)];
        ExcursionMeter[] meters = [.. symbols.Select(symbol => new ExcursionMeter(series.First(s => s.Symbol == symbol)))];
        var trades = new Trade[books.Trades.Count];
        for (int i = 0; i < trades.Length; i++)
        {
            ref readonly RoundTrip trip = ref books.Trades[i];
            trades[i] = meters[trip.Book].Measured(in trip, symbols[trip.Book]);
        }

        return trades;
    }

    private Trade Measured(ref readonly RoundTrip trip, string symbol)
    {
        int first = FirstAtOrAfter(UnixTime.FromDateTime(trip.EntryTime));
        int end = FirstAtOrAfter(UnixTime.FromDateTime(trip.ExitTime));
        if (end > first && (trip.ExitsInside || candles.CloseTimeAt(end - 1) > trip.ExitTime))
            end--;

        double entry = (double)trip.EntryPrice, exit = (double)trip.ExitPrice;
        double low = Math.Min(entry, exit), high = Math.Max(entry, exit);
        if (end > first)
        {
            low = Math.Min(low, TensorPrimitives.Min(candles.Low[first..end]));
            high = Math.Max(high, TensorPrimitives.Max(candles.High[first..end]));
        }

        double fell = low / entry - 1, rose = high / entry - 1;
        return trip.ToTrade(symbol, adverse: trip.IsLong ? fell : -rose, favourable: trip.IsLong ? rose : -fell);
    }

    /// <summary>The first candle that opens at a time or later; found by doubling steps from the previous one.</summary>
    private int FirstAtOrAfter(long time)
    {
        ReadOnlySpan<long> opens = candles.OpenTimes;
        int low = _near < opens.Length && opens[_near] <= time ? _near : 0, step = 1;
        while (low + step < opens.Length && opens[low + step] < time)
        {
            low += step;
            step *= 2;
        }

        int length = Math.Min(step + 1, opens.Length - low);
        int found = opens.Slice(low, length).BinarySearch(time);
        return _near = low + (found >= 0 ? found : ~found);
    }
}
