using System.Diagnostics;
using TradeBot.Indicators.Statistics;

namespace TradeBot.Benchmarks.Indicators;

/// <summary>Extremes and order statistics of a long window, beside a plain loop that searches or sorts each window.</summary>
internal static class RollingBench
{
    private const int Count = 1_000_000;
    private const int PlainCount = 20_000;
    private const int Period = 200;
    private const int Rounds = 12;

    public static void Run(TextWriter output)
    {
        double[] values = Walk(), destination = new double[Count];
        output.WriteLine(FormattableString.Invariant($"rolling windows of {Period}, {Count:N0} values: nanoseconds per value"));
        output.WriteLine("                batch   streaming   plain loop");
        Row("highest", () => Highest.Compute(values, Period, destination), () => Stream(new Highest(Period)), w => w.ToArray().Max());
        Row("lowest", () => Lowest.Compute(values, Period, destination), () => Stream(new Lowest(Period)), w => w.ToArray().Min());
        Row("median", () => Median.Compute(values, Period, destination), () => Stream(new Median(Period)), w => Sorted(w)[Period / 2]);
        Row("quantile 0.9", () => Quantile.Compute(values, Period, 0.9, destination), () => Stream(new Quantile(Period, 0.9)), w => Sorted(w)[Period * 9 / 10]);

        void Row(string name, Action batch, Action streaming, Func<ReadOnlySpan<double>, double> plain)
        {
            double Nanoseconds(Action action, int count) => Best(action) / count * 1e9;
            void Plain()
            {
                for (int i = Period; i < PlainCount; i++)
                    destination[i] = plain(values.AsSpan(i - Period + 1, Period));
            }

            output.WriteLine(FormattableString.Invariant(
                $"  {name,-12} {Nanoseconds(batch, Count),6:0.0}  {Nanoseconds(streaming, Count),10:0.0}  {Nanoseconds(Plain, PlainCount),11:0}"));
        }

        void Stream<T>(T indicator)
            where T : struct, TradeBot.Indicators.IIndicator<double, double>
        {
            for (int i = 0; i < values.Length; i++)
                destination[i] = indicator.Update(values[i]);
        }
    }

    private static double Best(Action action)
    {
        double best = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static double[] Sorted(ReadOnlySpan<double> window)
    {
        double[] sorted = window.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    private static double[] Walk()
    {
        var random = new Random(1);
        double price = 100;
        return [.. Enumerable.Range(0, Count).Select(_ => price *= 1 + 0.002 * (random.NextDouble() - 0.5))];
    }
}
