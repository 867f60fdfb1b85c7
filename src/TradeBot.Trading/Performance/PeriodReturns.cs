using TradeBot.MarketData;

namespace TradeBot.Trading.Performance;

/// <summary>The returns from which risk figures are computed, and those of the benchmark in the same periods.</summary>
/// <param name="Returns">Simple returns, one per period, the first from the initial equity.</param>
/// <param name="Benchmark">Of buying and holding, without costs.</param>
/// <param name="PerYear">How many periods a year has.</param>
internal sealed record PeriodReturns(double[] Returns, double[] Benchmark, double PerYear)
{
    public static PeriodReturns Of(EquityCurve equity, HoldingBenchmark benchmark, Timeframe shortest)
    {
        bool daily = shortest <= Timeframe.OneDay;
        int[] ends = daily ? equity.DayEnds() : [.. Enumerable.Range(0, equity.Count)];
        long[] times = new long[ends.Length];
        double[] returns = new double[ends.Length];
        double before = equity.Initial;
        for (int i = 0; i < ends.Length; i++)
        {
            double now = equity.Values[ends[i]];
            (times[i], returns[i], before) = (equity.Times[ends[i]], now / before - 1, now);
        }

        double[] held = benchmark.ValuesAt(times);
        for (int i = held.Length - 1; i >= 0; i--)
            held[i] = held[i] / (i == 0 ? 1 : held[i - 1]) - 1;

        return new PeriodReturns(returns, held, daily ? TradingCalendar.Of(times).DaysPerYear : TradingCalendar.CandlesPerYear(shortest));
    }
}
