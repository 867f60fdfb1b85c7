using TradeBot.Optimization.Overfitting;
using TradeBot.Testing;

namespace TradeBot.Optimization.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_runs()
    {
        StudyResult result = Study.Named("ema cross", seed: 7)
            .Int("fast", 5..20).Int("slow", 10..40, step: 10).Where(p => p["fast"] < p["slow"])
            .Maximize((double[] returns) => SharpeStatistics.Of(returns).Sharpe)
            .Returns(returns => returns)
            .Grid(p => ReturnsOf(p["fast"], p["slow"]));

        Trial? best = result.Best;
        HeatmapData map = result.Heatmap("fast", "slow");
        StudyVerdict verdict = result.Verdict();

        // 16 fast lengths against 10, 20, 30 and 40: 5 + 15 + 16 + 16 pairs.
        Assert.Equal(52, result.TrialCount);
        Assert.NotNull(best);
        Assert.Equal((16, 4), (map.X.Count, map.Y.Count));
        Assert.Equal(Assessment.Luck, verdict.Assessment);
    }

    [Fact]
    public void The_example_is_the_one_in_the_readme()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "TradeBot.Optimization.Tests", "ReadmeTests.cs"));
        string readme = File.ReadAllText(Repository.PathOf("src", "TradeBot.Optimization", "README.md"));

        string example = readme.Split("```csharp\n")[1].Split("```")[0];
        foreach (string line in example.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(line.Trim(), source, StringComparison.Ordinal);
    }

    private static double[] ReturnsOf(int fast, int slow)
    {
        var random = new Random(fast * 100 + slow);
        return [.. Enumerable.Range(0, 250).Select(_ => (random.NextDouble() - 0.5) * 0.02)];
    }
}
