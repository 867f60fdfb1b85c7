namespace TradeBot.Optimization.Overfitting.Tests;

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
}
