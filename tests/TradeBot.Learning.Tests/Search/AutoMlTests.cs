using TradeBot.Optimization;

namespace TradeBot.Learning.Tests;

public class AutoMlTests
{
    private static readonly Dataset Data = Dataset.From(
        Candles.Generate(3000, edge: 0.3), Features.Pipeline(f => [f.Return(1), f.Return(5), f.Volume.ZScore(30), f.Rsi(14)]), Label.ForwardReturn(3).Direction());

    private static readonly ISplit Folds = Split.WalkForward(folds: 3, embargo: 5);

    private static readonly AutoMlOptions Small = new()
    {
        Trials = 12,
        Candidates =
        [
            SearchCandidate.Logistic,
            new SearchCandidate("stumps", s => s.Int("stumps trees", 5, 20, step: 5), p => new GradientBoosting { Trees = p["stumps trees"], Depth = 1 }),
        ],
        FeatureSets = new Dictionary<string, IReadOnlyList<string>> { ["prices"] = ["return(1)", "return(5)", "rsi(14)"], ["volume"] = ["zscore(volume,30)"] },
    };

    [Fact]
    public async Task Finds_the_informative_features_and_ranks_every_trial()
    {
        AutoMlResult found = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small);

        Assert.Equal(12, found.Leaderboard.Count);
        Assert.Equal(Enumerable.Range(1, 12), found.Leaderboard.Select(e => e.Rank));
        Assert.Equal(found.Leaderboard.OrderByDescending(e => e.Value), found.Leaderboard);
        Assert.Equal("prices", found.Leaderboard[0].Features);
        Assert.Equal(["return(1)", "return(5)", "rsi(14)"], found.Features);
        Assert.Equal(found.Leaderboard[0].Value, found.Evaluation.Scores.Auc);
        Assert.Equal(found.Leaderboard[0].Trainer, found.Trainer.Name);
        Assert.NotEqual("not known", found.Study.Verdict().ToString());
    }

    [Fact]
    public async Task A_trial_has_the_same_score_as_in_a_comparison()
    {
        AutoMlResult found = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Holdout = 0 });

        ModelComparison compared = await Models.CompareAsync(Data.Select(found.Features), Folds, [found.Trainer], seed: 7);

        Assert.Equal(compared[0].Scores, found.Evaluation.Scores);
        Assert.Null(found.Holdout);
    }

    [Fact]
    public async Task No_trial_uses_the_holdout_rows_not_even_through_a_label()
    {
        var seen = new Watching();
        AutoMlResult found = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Candidates = [new SearchCandidate("watching", s => s.Int("n", 1, 100), _ => seen)], Trials = 3 });

        int first = Data.RowCount - (int)Math.Round(Data.RowCount * 0.2);
        Assert.All(found.Evaluation.Rows.ToArray(), row => Assert.True(Data.Ends[row] < Data.Starts[first]));
        Assert.All(seen.Latest, end => Assert.True(end < Data.Starts[first]));
        Assert.Equal(Data.RowCount - first, found.Holdout!.Rows);
    }

    [Fact]
    public async Task The_outcome_does_not_depend_on_threads()
    {
        AutoMlResult one = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { MaxParallelism = 1 });
        AutoMlResult four = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { MaxParallelism = 4 });

        Assert.Equal(one.Leaderboard, four.Leaderboard);
        Assert.Equal(one.Holdout, four.Holdout);
    }

    [Fact]
    public async Task Every_trial_is_counted_in_the_ledger_and_on_the_card()
    {
        using var ledger = new TrialLedger();
        await AutoMl.SearchAsync(Data, Folds, seed: 1, Small with { Trials = 5, Name = "first", Ledger = ledger });
        AutoMlResult found = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Trials = 4, Ledger = ledger });

        Assert.Equal(9, ledger.EntriesOn(Data.Series!.ContentHash).Count);
        ModelCard card = found.Card(Data);
        Assert.Equal(9, card.Trials);
        Assert.Equal(found.Holdout, card.Holdout);
        Assert.Equal(found.Features, found.Train(Data).Features);
        Assert.Equal(Data.RowCount, card.Training!.Rows);
    }

    [Fact]
    public async Task A_trial_that_fails_is_a_trial_and_the_search_goes_on()
    {
        var fails = new SearchCandidate("fails", s => s.Int("fails n", 1, 100), _ => throw new InvalidOperationException("no such luck"));
        AutoMlResult found = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Candidates = [.. Small.Candidates, fails] });

        Assert.InRange(found.Study.FailedCount, 1, 11);
        Assert.Equal(12, found.Trials);
        Assert.Equal(12 - found.Study.FailedCount, found.Leaderboard.Count);
    }

    [Fact]
    public async Task When_every_trial_fails_the_first_error_is_reported()
    {
        var fails = new SearchCandidate("fails", s => s.Int("fails n", 1, 100), _ => throw new InvalidOperationException("no such luck"));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Candidates = [fails], Trials = 3 }));

        Assert.Contains("None of the 3 trials could be ranked", error.Message, StringComparison.Ordinal);
        Assert.Contains("no such luck", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_reports_the_leaders_so_far_and_a_cancelled_search_keeps_its_trials()
    {
        using var cancel = new CancellationTokenSource();
        using var ledger = new TrialLedger();
        var told = new Collected(progress =>
        {
            if (progress.Ended == 5)
                cancel.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Progress = told, Ledger = ledger, MaxParallelism = 1 }, cancel.Token));

        Assert.Equal([1, 2, 3, 4, 5], told.All.Select(p => p.Ended));
        Assert.Equal(5, ledger.EntriesOn(Data.Series!.ContentHash).Count);
        Assert.Equal(told.All[^1].Leaders.Max(e => e.Value), told.All[^1].Leaders[0].Value);
    }

    [Fact]
    public async Task A_search_ends_when_its_time_is_over()
    {
        var clock = new Steps(TimeSpan.FromMinutes(1));
        AutoMlResult found = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Time = TimeSpan.FromMinutes(30), Clock = clock, Trials = 1000 });

        Assert.False(found.Study.IsFinished);
        Assert.InRange(found.Trials, 1, 60);
    }

    [Fact]
    public async Task Trials_that_fall_behind_are_given_up_and_counted()
    {
        AutoMlResult found = await AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { Trials = 24, Pruner = new MedianPruner { StartupTrials = 2 } });

        Assert.Contains(found.Study.Trials, trial => trial.State == TrialState.Pruned);
        Assert.Equal(24, found.Trials);
        Assert.Equal(3, found.Evaluation.Folds.Count);
    }

    [Fact]
    public void Every_candidate_makes_the_trainer_that_its_space_describes()
    {
        Dataset numbers = Dataset.From(Data.Series!, Data.Pipeline!, Label.ForwardReturn(3));
        foreach (SearchCandidate candidate in (SearchCandidate[])[.. SearchCandidate.For(Data), .. SearchCandidate.For(numbers), SearchCandidate.NeuralNetwork])
        {
            ParameterSpace space = candidate.Space(Study.Named(candidate.Name, seed: 1)).Space;
            ITrainer least = candidate.Create(space.AtFractions([.. space.Parameters.Select(_ => 0.0)])), most = candidate.Create(space.AtFractions([.. space.Parameters.Select(_ => 0.999)]));
            Assert.NotEqual(least.Name, most.Name);
        }
    }

    [Fact]
    public async Task An_unknown_feature_is_refused_before_any_work() =>
        await Assert.ThrowsAsync<ArgumentException>(() => AutoMl.SearchAsync(Data, Folds, seed: 7, Small with { FeatureSets = new Dictionary<string, IReadOnlyList<string>> { ["x"] = ["no such"] } }));

    private sealed class Watching : ITrainer
    {
        public List<long> Latest { get; } = [];

        public string Name => "watching";

        public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
        {
            lock (Latest)
            {
                if (Latest.Count < 9) // the trials; the winner then learns from all rows before those held out
                    Latest.Add(rows.ToArray().Max(row => data.Ends[row]));
            }

            return new Logistic().Train(data, rows, seed, cancellationToken);
        }
    }

    private sealed class Collected(Action<AutoMlProgress> then) : IProgress<AutoMlProgress>
    {
        public List<AutoMlProgress> All { get; } = [];

        public void Report(AutoMlProgress value)
        {
            All.Add(value);
            then(value);
        }
    }

    private sealed class Steps(TimeSpan step) : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _now, step.Ticks);
    }
}
