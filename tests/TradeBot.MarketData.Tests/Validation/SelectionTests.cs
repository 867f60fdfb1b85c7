using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.MarketData.Tests;

public class SelectionTests
{
    [Fact]
    public void The_lower_median_is_the_one_of_the_sorted_values()
    {
        var gen = from count in Gen.Choose(1, 5_000) from seed in Gen.Choose(0, 10_000) from kind in Gen.Choose(0, 3) select (count, seed, kind);
        Prop.ForAll(gen.ToArbitrary(), sample =>
        {
            var random = new System.Random(sample.seed);
            double[] values = [.. Enumerable.Range(0, sample.count).Select(_ => sample.kind switch
            {
                0 => random.NextDouble() - 0.5,
                1 => random.Next(-2, 3), // many alike
                2 => Math.Pow(10, random.Next(-300, 300)) * (random.Next(2) * 2 - 1),
                _ => 1e-4 * random.NextDouble(),
            })];
            double median = Selection.LowerMedian(values, new double[values.Length]);

            Array.Sort(values);
            Assert.Equal(values[(values.Length - 1) / 2], median);
        }).QuickCheckThrowOnFailure();
    }
}
