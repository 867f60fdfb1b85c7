using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;

namespace TradeBot.Research.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_studies_run()
    {
        CandleSeries candles = MarketGenerator.Single(count: 8_000, seed: 21);

        CandleSeries research = candles.HoldOut(share: 0.2);
        Study<PerformanceSummary> study = Study.Named("sma cross", seed: 7)
            .Int("fast", 5..15, step: 5).Int("slow", 20..40, step: 20)
            .Maximize(r => r.Sharpe);

        StudyResult searched = study.Sweep(research, p => new SmaCross(p["fast"], p["slow"]));
        StudyResult learned = study.Optimize(20, research, p => new SmaCross(p["fast"], p["slow"]));
        ValidationResult walked = study.Validate(research, Split.WalkForward(folds: 3, embargo: 60), p => new SmaCross(p["fast"], p["slow"]));
        ValidationResult combined = study.Validate(research, Split.CombinatorialPurged(4, 2, embargo: 60), p => new SmaCross(p["fast"], p["slow"]));

        CandleSeries locked = candles.OpenHoldout("final check");

        Assert.Equal((6, "the sweep"), (searched.TrialCount, searched.Path));
        Assert.Equal(20, learned.TrialCount);
        Assert.Equal((1, 3), (walked.Paths.Count, combined.Paths.Count));
        Assert.Equal(8_000 - research.Count, locked.Count);
    }

    [Fact]
    public void The_examples_are_those_in_the_readme()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "TradeBot.Research.Tests", "ReadmeTests.cs"));
        string example = File.ReadAllText(Repository.PathOf("src", "TradeBot.Research", "README.md")).Split("```csharp\n")[1].Split("```")[0];

        foreach (string line in example.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Contains(line.Trim(), source, StringComparison.Ordinal);
    }
}
