using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>The returns that risk figures rest on, and those of holding in the same periods.</summary>
/// <param name="Returns">Simple returns, one per period, the first from the initial equity.</param>
/// <param name="Benchmark">Of holding the first symbol from its first close, without costs.</param>
/// <param name="PerYear">How many periods a year has.</param>
/// <remarks>
/// | candles | periods | per year |
/// | --- | --- | --- |
/// | a day or shorter | UTC days with a close | 365; 252 when the data spans two weeks or more and no such day is a Saturday or a Sunday |
/// | weeks | candles | 365 / 7 |
/// | months | candles | 12 |
/// </remarks>
internal sealed record PeriodReturns(double[] Returns, double[] Benchmark, double PerYear)
{
    private const double BusinessDaysPerYear = 252;
    private const int DaysToTell = 14;

    public static PeriodReturns Of(EquityCurve equity, CandleSeries benchmark, Timeframe shortest)
    {
        bool daily = shortest <= Timeframe.OneDay;
        int[] ends = daily ? equity.DayEnds() : [.. Enumerable.Range(0, equity.Count)];
        double[] returns = new double[ends.Length], held = new double[ends.Length];
        double before = equity.Initial, priceBefore = benchmark.Close[0];
        for (int i = 0; i < ends.Length; i++)
        {
            double now = equity.Values[ends[i]], price = LastCloseAt(benchmark, equity.Times[ends[i]]);
            (returns[i], held[i]) = (now / before - 1, price / priceBefore - 1);
            (before, priceBefore) = (now, price);
        }

        double perYear = !daily ? shortest.PeriodsPerYear() : IsBusinessCalendar(equity.Times, ends) ? BusinessDaysPerYear : BarCalendar.DaysPerYear;
        return new PeriodReturns(returns, held, perYear);
    }

    private static double LastCloseAt(CandleSeries candles, long time)
    {
        int index = candles.OpenTimes.BinarySearch(time);
        int last = (index >= 0 ? index : ~index) - 1;
        if (last >= 0 && candles.Timeframe.NextOpen(candles.OpenTimes[last]) > time)
            last--;
        return candles.Close[Math.Max(last, 0)];
    }

    private static bool IsBusinessCalendar(ReadOnlySpan<long> times, int[] ends)
    {
        if (ends.Length == 0 || times[ends[^1]] - times[ends[0]] < DaysToTell * UnixTime.MillisecondsPerDay)
            return false;
        foreach (int end in ends)
        {
            // A close at midnight belongs to the day that it ends.
            if (UnixTime.ToDateTime(times[end] - 1).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                return false;
        }

        return true;
    }
}
