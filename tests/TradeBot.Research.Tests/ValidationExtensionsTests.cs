using TradeBot.MarketData;
using TradeBot.Optimization;
using TradeBot.Reporting;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Research.Tests;

public class ValidationExtensionsTests
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(count: 6_000, seed: 3);
    private static readonly FoldSearchOptions Grid = new() { Sampler = new GridSampler(), Trials = 100 };

    private static Study<HeadlineFigures> Crosses => Study.Named("sma cross", seed: 7).Int("fast", 5..15, step: 5).Maximize(r => r.TotalReturn);

    [Fact]
    public void A_walk_forward_is_one_call_and_each_stretch_a_backtest_of_its_own()
    {
        ValidationResult walk = Crosses.Validate(Candles, Split.WalkForward(folds: 2, embargo: 100), p => new SmaCross(p["fast"], 40), options: Grid);

        // Blocks of 2,000: learned from 1,900 and 3,900 candles, judged on the 2,000 behind the embargo.
        Assert.Equal([1_900, 3_900], walk.Folds.Select(f => f.Fold.Train.Length));
        FoldOutcome second = walk.Folds[1];
        Assert.Equal(Alone(0, 3_900, 5, 10, 15).Max(), second.InSample);
        Assert.Equal(Alone(4_000, 2_000, second.Selected!["fast"])[0], second.OutOfSample);
        Assert.Equal(4_000, Assert.Single(walk.Paths).Length);
        Assert.Equal((1 + walk.Folds[0].OutOfSample) * (1 + second.OutOfSample), walk.Equity()[^1], 1e-9);
        Assert.All(walk.Folds, f => Assert.Equal(Candles.ContentHash, f.Search.DataHash));
    }

    [Fact]
    public void Several_stretches_count_by_their_length()
    {
        ValidationResult combined = Crosses.Validate(Candles, Split.CombinatorialPurged(groups: 3, testGroups: 1), p => new SmaCross(p["fast"], 40), options: Grid);

        // The middle block is judged by what was learned from the first and the last together.
        FoldOutcome middle = combined.Folds[1];
        int before = middle.Fold.Train.Span.IndexOf(4_000), after = middle.Fold.Train.Length - before;
        double[] first = Alone(0, before, 5, 10, 15), last = Alone(4_000, after, 5, 10, 15);
        Assert.Equal(first.Zip(last, (a, b) => (before * a + after * b) / (before + after)).Max(), middle.InSample, 1e-12);
    }

    [Fact]
    public void A_validation_shows_itself()
    {
        string walk = StudyValidationReport.Create(Crosses.Validate(Candles, Split.WalkForward(folds: 2), p => new SmaCross(p["fast"], 40), options: Grid)).ToText();
        Assert.Contains("Validation: sma cross", walk, StringComparison.Ordinal);
        Assert.Contains("Trials: 6 (in all 2 folds together", walk, StringComparison.Ordinal);
        Assert.Contains("of 2 folds the objective was above 0 out of sample, on rows that the search did not use", walk, StringComparison.Ordinal);

        string combined = StudyValidationReport.Create(Crosses.Validate(Candles, Split.CombinatorialPurged(4, 2), p => new SmaCross(p["fast"], 40), options: Grid)).ToText();
        Assert.Contains("the median of 3 histories", combined, StringComparison.Ordinal);
        Assert.Contains("Losing histories", combined, StringComparison.Ordinal);
    }

    private static double[] Alone(int first, int count, params int[] fasts) =>
        [.. fasts.Select(fast => Backtest.Run(Candles.Slice(first, count), new SmaCross(fast, 40)).Performance.TotalReturn)];
}
