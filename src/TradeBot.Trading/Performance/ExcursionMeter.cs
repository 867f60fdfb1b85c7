using System.Numerics.Tensors;
using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>How far prices went against and for a round trip while it was held.</summary>
/// <remarks>
/// | candle | what counts |
/// | --- | --- |
/// | held from its open to its close | its low and its high |
/// | in which the position was entered or left inside | nothing but the price of entry or exit: whether the rest of its range came before or after is not known |
/// | absent | nothing |
///
/// Both are fractions of the average entry price; neither is overstated. Source: J. Sweeney, <i>Maximum Adverse
/// Excursion</i>, 1997.
/// </remarks>
internal sealed class ExcursionMeter(CandleSeries candles)
{
    private int _near;

    /// <summary>Measures the round trips of a result, which come by exit.</summary>
    public static IReadOnlyList<Trade> Measure(IReadOnlyList<Trade> trades, IReadOnlyList<CandleSeries> series)
    {
        var meters = series.DistinctBy(s => s.Symbol).ToDictionary(s => s.Symbol, s => new ExcursionMeter(s));
        return [.. trades.Select(t => meters[t.Symbol].Measured(t))];
    }

    private Trade Measured(Trade trade)
    {
        int first = FirstAtOrAfter(UnixTime.FromDateTime(trade.EntryTime));
        int end = FirstAtOrAfter(UnixTime.FromDateTime(trade.ExitTime));
        if (end > first && (trade.ExitsInside || candles.CloseTimeAt(end - 1) > trade.ExitTime))
            end--;

        double entry = (double)trade.EntryPrice, exit = (double)trade.ExitPrice;
        double low = Math.Min(entry, exit), high = Math.Max(entry, exit);
        if (end > first)
        {
            low = Math.Min(low, TensorPrimitives.Min(candles.Low[first..end]));
            high = Math.Max(high, TensorPrimitives.Max(candles.High[first..end]));
        }

        double fell = low / entry - 1, rose = high / entry - 1;
        return trade with { AdverseExcursion = trade.IsLong ? fell : -rose, FavourableExcursion = trade.IsLong ? rose : -fell };
    }

    /// <summary>The first candle that opens at a time or later; looked for near the one found before, in steps that double.</summary>
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
