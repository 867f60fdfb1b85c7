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
internal static class Excursion
{
    /// <summary>Measures a round trip on the candles that its symbol trades on.</summary>
    public static Trade Measured(Trade trade, CandleSeries candles)
    {
        ReadOnlySpan<long> opens = candles.OpenTimes;
        int first = FirstAtOrAfter(opens, UnixTime.FromDateTime(trade.EntryTime));
        int end = FirstAtOrAfter(opens, UnixTime.FromDateTime(trade.ExitTime));
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

    private static int FirstAtOrAfter(ReadOnlySpan<long> times, long time)
    {
        int index = times.BinarySearch(time);
        return index >= 0 ? index : ~index;
    }
}
