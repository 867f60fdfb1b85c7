using TradeBot.Testing;

namespace TradeBot.Statistics.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_runs()
    {
        var random = new SplitMix64(7);
        double[] returns = [.. Enumerable.Range(0, 500).Select(_ => 0.001 + 0.01 * random.NextNormal())];
        double[] sorted = [.. returns.Order()];

        Moments moments = Moments.Of(returns);
        SharpeStatistics measured = SharpeStatistics.Of(moments);
        double probability = ProbabilisticSharpeRatio.Of(measured);
        double observations = MinimumTrackRecordLength.Observations(measured);
        double deflated = DeflatedSharpeRatio.Of(measured, variance: 0.002, trials: 40);

        double median = Percentile.OfSorted(sorted, 0.5);
        double loss = ValueAtRisk.Historical(sorted, tail: 0.05);
        BootstrapInterval interval = StationaryBootstrap.Interval(returns, r => SharpeStatistics.Of(r.Span).Sharpe, seed: 7);

        Assert.Equal(observations <= returns.Length, probability >= 0.95);
        Assert.InRange(deflated, 0, probability);
        Assert.InRange(median, loss, sorted[^1]);
        Assert.Equal(measured.Sharpe, interval.Value);
    }

    [Fact]
    public void The_example_is_that_in_the_readme()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "TradeBot.Statistics.Tests", "ReadmeTests.cs"));
        string readme = File.ReadAllText(Repository.PathOf("src", "TradeBot.Statistics", "README.md"));

        string example = readme.Split("```csharp\n")[1].Split("```")[0];
        foreach (string line in example.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(line.Trim(), source, StringComparison.Ordinal);
    }
}
