using TradeBot.Statistics;
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
    public void The_search_with_all_options_runs()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var journal = StudyJournal.Open(path);
            StudyResult exits = Study.Named("exits", seed: 7)
                .Choice("exit", "stop", "time")
                .When(p => p["exit"] == "stop", s => s.Float("distance", 0.5, 5, step: 0.1))
                .When(p => p["exit"] == "time", s => s.LogInt("candles", 1, 1000))
                .Maximize((double[] returns) => SharpeStatistics.Of(returns).Sharpe).Returns(returns => returns)
                .Require(returns => returns.Length >= 100)
                .Optimize(200, p => ExitsOf(p), new StudyOptions { Storage = journal, TrialTimeout = TimeSpan.FromMinutes(1) });

            Plateau winner = Plateau.Of(exits);
            LuckTests? luck = LuckTests.Of(exits);

            Assert.Equal((200, 0), (exits.TrialCount, exits.FailedCount));
            Assert.NotEmpty(winner.ToString());
            Assert.NotNull(luck);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_examples_are_those_in_the_readme()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "TradeBot.Optimization.Tests", "ReadmeTests.cs"));
        string readme = File.ReadAllText(Repository.PathOf("src", "TradeBot.Optimization", "README.md"));

        string[] examples = [.. readme.Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0])];
        Assert.Equal(2, examples.Length);
        foreach (string line in examples.SelectMany(example => example.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
            Assert.Contains(line.Trim(), source, StringComparison.Ordinal);
    }

    private static double[] ReturnsOf(int fast, int slow)
    {
        var random = new Random(fast * 100 + slow);
        return [.. Enumerable.Range(0, 250).Select(_ => (random.NextDouble() - 0.5) * 0.02)];
    }

    private static double[] ExitsOf(ParameterSet p) => ReturnsOf(p.TryGet("distance", out ParameterValue distance) ? (int)(10 * (double)distance) : p["candles"], p.Count);
}
