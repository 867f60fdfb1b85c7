using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public class SequentialTestTests
{
    [Fact]
    public void Looking_after_every_row_does_not_raise_the_error()
    {
        int wrong = 0;
        for (int run = 0; run < 400; run++)
        {
            var random = new Random(run);
            var test = new SequentialTest(0.05);
            for (int i = 0; i < 1000; i++)
                test.Update(random.NextDouble(), random.NextDouble());
            wrong += test.State == Contest.ChallengerBetter ? 1 : 0;
        }

        Assert.InRange(wrong, 0, 33); // 5 % are 20, and three standard deviations 13
    }

    [Fact]
    public void A_better_challenger_is_reported_and_so_is_a_worse_one()
    {
        foreach ((double champion, double challenger, Contest expected) in ((double, double, Contest)[])[(0.3, 0.2, Contest.ChallengerBetter), (0.2, 0.3, Contest.ChampionBetter)])
        {
            var test = new SequentialTest();
            var random = new Random(2);
            for (int i = 0; i < 1000; i++)
                test.Update(champion + 0.2 * random.NextDouble(), challenger + 0.2 * random.NextDouble());

            Assert.Equal(expected, test.State);
            Assert.InRange(test.DecidedAfter!.Value, 10, 400);
        }
    }

    [Fact]
    public void The_evidence_is_the_mean_fortune_of_the_bettors()
    {
        var test = new SequentialTest();
        test.Update(1, 0);
        test.Update(0.5, 0);

        double expected = new[] { 0.01, 0.03, 0.1, 0.3, 0.6, 0.9 }.Average(stake => (1 + stake) * (1 + 0.5 * stake));
        Assert.Equal(expected, test.ChallengerEvidence, 12);
        Assert.Equal(1, test.ChampionEvidence);
    }

    [Fact]
    public void Models_are_compared_on_rows_that_neither_was_trained_on()
    {
        Dataset data = Dataset.From(Candles.Generate(6000, edge: 0.3), Features.Pipeline(f => [f.Return(1), f.Volume.ZScore(30)]), Label.ForwardReturn(2).Direction());
        using var folder = new TemporaryFolder();
        ModelRegistry registry = ModelRegistry.Open(folder.Path);
        Register(data.Select("zscore(volume,30)"), 1000);
        Register(data, 1500);

        var contest = ModelContest.Of(registry.Load("direction", 1), registry.Load("direction", 2), data);

        Assert.Equal(Contest.ChallengerBetter, contest.Outcome);
        Assert.True(contest.From >= registry.Load("direction", 2).Card.Training!.Until);
        Assert.InRange(contest.Rows, 2200, 2250); // spans of two minutes: every other row of 4,470
        Assert.True(contest.ChallengerScores.Brier < contest.ChampionScores.Brier);
        Assert.Contains("direction 2 errs less than direction 1", contest.ToString(), StringComparison.Ordinal);

        void Register(Dataset rows, int count)
        {
            int[] learned = [.. Enumerable.Range(0, count)];
            Evaluation evaluation = Models.CompareAsync(rows, Split.WalkForward(2), [new Logistic()], seed: 7).GetAwaiter().GetResult()[0];
            registry.Register("direction", new Logistic().Train(rows, learned, seed: 0), ModelCard.Of(rows, evaluation).TrainedOn(rows, learned, 0));
        }
    }

    [Fact]
    public void A_loss_out_of_range_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SequentialTest().Update(0.5, 1.5));
}
