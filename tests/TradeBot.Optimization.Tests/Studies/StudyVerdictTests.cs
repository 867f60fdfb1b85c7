using TradeBot.Optimization.Overfitting;
using TradeBot.Statistics;

namespace TradeBot.Optimization.Tests;

public class StudyVerdictTests
{
    private static readonly StudyOptions OneThread = new() { MaxParallelism = 1 };

    private static double[] Returns(int seed, double mean)
    {
        var random = new Random(seed);
        // Two uniform draws make a triangular return of standard deviation 0.0082.
        return [.. Enumerable.Range(0, 512).Select(_ => mean + (random.NextDouble() - random.NextDouble()) * 0.02)];
    }

    private static StudyVerdict Judge(int trials, Func<int, double> meanOf) => Study.Named("coins", seed: 3).Int("x", 0, trials - 1)
        .Maximize((double[] returns) => SharpeStatistics.Of(returns).Sharpe)
        .Returns(returns => returns)
        .Grid(p => Returns(p["x"], meanOf(p["x"])), OneThread)
        .Verdict();

    [Fact]
    public void The_best_of_many_coins_is_luck()
    {
        StudyVerdict verdict = Judge(100, _ => 0);

        Assert.Equal(Assessment.Luck, verdict.Assessment);
        Assert.StartsWith("The best of 100 trials is indistinguishable from luck", verdict.Sentence, StringComparison.Ordinal);
        // The Sharpe ratio of 512 coins has standard error 1/√512; the best of 100 is 2.53 of them.
        Assert.Equal(2.53 / Math.Sqrt(512), verdict.ExpectedMaximumSharpe, 0.02);
        Assert.InRange(verdict.EffectiveTrials, 80, 100);
    }

    [Fact]
    public void One_trial_with_an_edge_among_coins_is_unlikely_to_be_luck()
    {
        StudyVerdict verdict = Judge(20, number => number == 4 ? 0.003 : 0);

        Assert.Equal(Assessment.UnlikelyLuck, verdict.Assessment);
        Assert.InRange(verdict.Overfitting!.Probability, 0, 0.05);
        Assert.Contains("unlikely to be luck", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_follow_from_the_formulas()
    {
        double[][] all = [.. Enumerable.Range(0, 5).Select(number => Returns(number, 0))];
        SharpeStatistics[] each = [.. all.Select(returns => SharpeStatistics.Of(returns))];
        double mean = each.Average(one => one.Sharpe);
        double variance = each.Sum(one => Math.Pow(one.Sharpe - mean, 2)) / 4;

        StudyVerdict verdict = Judge(5, _ => 0);

        Assert.Equal(each.MaxBy(one => one.Sharpe), verdict.Best);
        Assert.Equal(ExpectedMaximumSharpe.Of(variance, 5), verdict.ExpectedMaximumSharpe, 1e-15);
        Assert.Equal(DeflatedSharpeRatio.Of(verdict.Best, variance, 5), verdict.DeflatedProbability, 1e-12);
        Assert.Equal(BacktestOverfitting.Of([.. all.Select(returns => new ReadOnlyMemory<double>(returns))]).Probability, verdict.Overfitting!.Probability);
    }

    [Fact]
    public void Failed_and_earlier_trials_count()
    {
        using var ledger = new TrialLedger();
        StudyOptions options = OneThread with { Ledger = ledger, DataHash = "ab12" };
        Study.Named("before", seed: 1).Int("x", 0..9).Maximize((int value) => value).Grid(p => p["x"], options);

        StudyVerdict verdict = Study.Named("now", seed: 1).Int("x", 0..4)
            .Maximize((double[] returns) => SharpeStatistics.Of(returns).Sharpe).Returns(returns => returns)
            .Grid(p => p["x"] == 0 ? throw new InvalidOperationException() : Returns(p["x"], 0), options)
            .Verdict();

        Assert.Equal(15, verdict.Trials);
    }

    [Fact]
    public void A_single_trial_is_judged_against_no_search()
    {
        StudyVerdict verdict = Judge(1, _ => 0.002);

        Assert.Equal(0, verdict.ExpectedMaximumSharpe);
        Assert.Null(verdict.Overfitting);
        Assert.Equal(Assessment.UnlikelyLuck, verdict.Assessment);
    }

    [Fact]
    public void Without_returns_the_verdict_asks_for_them()
    {
        StudyVerdict verdict = Study.Named("bare", seed: 1).Int("x", 0..4).Maximize((int value) => value).Grid(p => p["x"]).Verdict();

        Assert.Equal(Assessment.Unknown, verdict.Assessment);
        Assert.Equal(double.NaN, verdict.DeflatedProbability);
        Assert.Contains("add .Returns(", verdict.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 50, false)]
    [InlineData(4, 50, true)]
    [InlineData(1, 12, false)]
    [InlineData(7, 30, true)]
    public void A_parameter_that_nothing_reads_changes_no_figure(int series, int unused, bool oneFails)
    {
        StudyResult with = Searched(series, unused, oneFails), without = Searched(series, 1, oneFails);
        StudyVerdict verdict = with.Verdict(), expected = without.Verdict();

        Assert.Equal(series * unused, verdict.Trials);
        Assert.Equal(series, verdict.EffectiveTrials, 1e-12);
        Assert.Equal(expected.ExpectedMaximumSharpe, verdict.ExpectedMaximumSharpe, 1e-12);
        Assert.Equal(expected.DeflatedProbability, verdict.DeflatedProbability, 1e-12);
        Assert.Equal(expected.Overfitting?.Logits, verdict.Overfitting?.Logits);

        LuckTests tests = LuckTests.Of(with, samples: 200)!, alone = LuckTests.Of(without, samples: 200)!;
        Assert.Equal(alone.RealityCheck.PValue, tests.RealityCheck.PValue);
        Assert.Equal(alone.SuperiorAbility.PValue, tests.SuperiorAbility.PValue);
        Assert.Equal(alone.StepDown.PValue, tests.StepDown.PValue);
        Assert.Equal(alone.SignificantTrials, tests.SignificantTrials);
        Assert.Equal(alone.Haircut.AdjustedSharpe, tests.Haircut.AdjustedSharpe, 1e-12);
        Assert.Equal(alone.MinimumYears, tests.MinimumYears, 1e-12);
    }

    [Fact]
    public void A_parameter_that_hardly_matters_hardly_changes_the_luck()
    {
        StudyVerdict alone = Searched(4, 1).Verdict();
        StudyVerdict nearly = Study.Named("nearly", seed: 3).Int("x", 0..3).Int("unused", 1..50)
            .Maximize((double[] returns) => SharpeStatistics.Of(returns).Sharpe).Returns(returns => returns)
            .Grid(p =>
            {
                double[] returns = Returns(p["x"], 0.001 * p["x"]);
                returns[(int)p["unused"]] += 1e-5; // one trade ends a little better
                return returns;
            }, OneThread)
            .Verdict();

        Assert.Equal(4, nearly.EffectiveTrials, 1e-12);
        Assert.Equal(alone.ExpectedMaximumSharpe, nearly.ExpectedMaximumSharpe, 0.001);
        Assert.Equal(alone.DeflatedProbability, nearly.DeflatedProbability, 0.01);
    }

    [Fact]
    public void The_best_of_many_correlated_coins_is_luck_too()
    {
        // All share half of their variance, so they make one cluster; what choosing among them gives is charged all the same.
        int judged = 0, unlikely = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            int start = 100 * seed;
            StudyVerdict verdict = Study.Named("beta", seed: 3).Int("x", 0..59)
                .Maximize((double[] returns) => SharpeStatistics.Of(returns).Sharpe).Returns(returns => returns)
                .Grid(p => [.. Returns(2000 + start, 0).Zip(Returns(5000 + start + (int)p["x"], 0), (m, own) => m + own)], OneThread)
                .Verdict();
            Assert.InRange(verdict.EffectiveTrials, 1, 5);
            (judged, unlikely) = (judged + 1, unlikely + (verdict.Assessment == Assessment.UnlikelyLuck ? 1 : 0));
        }

        Assert.InRange(unlikely, 0, judged / 10);
    }

    [Fact]
    public void Earlier_trials_with_equal_returns_count_once()
    {
        using var ledger = new TrialLedger();
        StudyOptions options = OneThread with { Ledger = ledger, DataHash = "ab12" };
        Searched(4, 50, options: options, name: "before");

        StudyVerdict renamed = Searched(4, 1, options: options, name: "now").Verdict();
        Assert.Equal((204, 4), (renamed.Trials, renamed.EffectiveTrials));

        StudyVerdict larger = Searched(6, 5, options: options, name: "larger").Verdict();
        Assert.Equal((234, 6), (larger.Trials, larger.EffectiveTrials));
    }

    [Fact]
    public void Earlier_trials_whose_returns_are_not_known_count_in_full()
    {
        using var ledger = new TrialLedger();
        StudyOptions options = OneThread with { Ledger = ledger, DataHash = "ab12" };
        Study.Named("bare", seed: 1).Int("x", 0..9).Maximize((int value) => value).Grid(p => p["x"], options);

        StudyVerdict verdict = Searched(4, 50, options: options).Verdict(), alone = Searched(4, 50).Verdict();

        Assert.Equal((210, 14), (verdict.Trials, verdict.EffectiveTrials));
        Assert.True(verdict.ExpectedMaximumSharpe > alone.ExpectedMaximumSharpe);
    }

    private static StudyResult Searched(int series, int unused, bool oneFails = false, StudyOptions? options = null, string name = "unused") =>
        Study.Named(name, seed: 3).Int("x", 0, series - 1).Int("unused", 1, unused)
            .Maximize((double[] returns) => SharpeStatistics.Of(returns).Sharpe).Returns(returns => returns)
            .Grid(p => oneFails && p["x"] == 1 ? throw new InvalidOperationException() : Returns(p["x"], 0.001 * p["x"]), options ?? OneThread);
}
