using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Whether the price steps of a run can be those of its candles.</summary>
internal static class PriceSteps
{
    /// <summary>Refuses a tick above every price of a symbol: each price would be rounded to the tick, and a run would lose all to it.</summary>
    /// <exception cref="ArgumentException">A symbol has such a tick.</exception>
    public static void Require(IEnumerable<CandleSeries> series, BacktestOptions options)
    {
        foreach (CandleSeries candles in series)
        {
            decimal tick = options.InstrumentOf(candles.Symbol).TickSize;
            if (tick == 0)
                continue;
            double highest = 0;
            foreach (double high in candles.High)
                highest = Math.Max(highest, high);
            if ((double)tick > highest)
                throw new ArgumentException(FormattableString.Invariant(
                    $"The tick of {candles.Symbol} is {tick}, above all of its prices, of which the highest is {(decimal)highest}: give a tick that its prices have."), nameof(options));
        }
    }
}
