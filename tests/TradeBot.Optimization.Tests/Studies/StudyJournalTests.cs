namespace TradeBot.Optimization.Tests;

public sealed class StudyJournalTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_study_killed_a_hundred_times_at_any_byte_ends_with_the_same_trials()
    {
        StudyResult expected = Run(storage: null, evaluations: int.MaxValue);
        var chance = new Random(7);
        for (int kill = 0; kill < 100; kill++)
        {
            using (var journal = StudyJournal.Open(_path))
                Assert.Throws<OperationCanceledException>(() => Run(journal, evaluations: chance.Next(0, 6)));
            Tear(chance);
        }

        using (var journal = StudyJournal.Open(_path))
            AssertSame(expected, Run(journal, int.MaxValue));
        AssertSame(expected, StudyJournal.Read(_path)!);
    }

    [Fact]
    public void Recorded_trials_are_not_evaluated_again()
    {
        using var journal = StudyJournal.Open(_path);
        Run(journal, int.MaxValue);

        AssertSame(Run(storage: null, int.MaxValue), Run(journal, evaluations: 0));
    }

    [Fact]
    public void Failures_returns_and_steps_read_back_exactly()
    {
        StudyResult result;
        using (var journal = StudyJournal.Open(_path))
        {
            result = Study.Named("kinds", seed: 7).Int("x", 0..5).Choice("kind", "a", "öl \"b\"")
                .Minimize((double[] r) => r[0]).AndMaximize(r => r[^1]).Returns(r => r).Require(r => r[0] != 4)
                .Run(new GridSampler(), 99, (ParameterSet p) => p["x"] == 1 ? throw new InvalidDataException("none") : [p["x"] == 2 ? double.NaN : p["x"], 1 / 3.0, double.Epsilon],
                    new StudyOptions { Storage = journal, DataHash = "ab12" });
        }

        StudyResult read = StudyJournal.Read(_path)!;
        AssertSame(result, read);
        Assert.Equal([StudyDirection.Maximize], read.OtherDirections);
        Assert.Equal(result.Trials[4].Returns.ToArray(), read.Trials[4].Returns.ToArray());
        Assert.Equal([TrialState.Complete, TrialState.Failed, TrialState.Undefined, TrialState.Complete, TrialState.Infeasible, TrialState.Complete],
            read.Trials.Where(t => t.Parameters["kind"] == "a").Select(t => t.State));
    }

    [Fact]
    public void Another_study_on_the_same_file_is_refused_with_the_difference()
    {
        using var journal = StudyJournal.Open(_path);
        Run(journal, int.MaxValue);

        var error = Assert.Throws<InvalidDataException>(() => Study.Named("bowl", seed: 8).Float("x", -1, 1)
            .Minimize((double v) => v).Run(new TpeSampler(), 5, (ParameterSet p) => p["x"], new StudyOptions { Storage = journal }));
        Assert.Contains("the seed is '7', not '8'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_in_memory_goes_on_after_cancellation()
    {
        var memory = new StudyMemory();
        Assert.Throws<OperationCanceledException>(() => Run(memory, evaluations: 10));

        AssertSame(Run(storage: null, int.MaxValue), Run(memory, int.MaxValue));
    }

    private static StudyResult Run(IStudyStorage? storage, int evaluations)
    {
        using var cancellation = new CancellationTokenSource();
        return Study.Named("bowl", seed: 7).Float("x", -1, 1).LogFloat("rate", 0.001, 1).Choice("kind", "a", "b")
            .Minimize((double value) => value)
            .RunTrials(new TpeSampler(), 120, Evaluate, new StudyOptions { Storage = storage, MaxParallelism = 2, Pruner = new MedianPruner() }, cancellation.Token);

        double Evaluate(TrialRun run)
        {
            if (Interlocked.Decrement(ref evaluations) < 0)
                cancellation.Cancel();
            run.CancellationToken.ThrowIfCancellationRequested();
            double value = Math.Pow(run.Parameters["x"], 2) + run.Parameters["rate"] + new Random(run.Seed).NextDouble() / 10;
            if (run.Number % 17 == 3)
                throw new InvalidOperationException("no luck");
            return run.ShouldPrune(1, value + 1) ? value + 1 : value;
        }
    }

    /// <summary>Cuts the file at any byte of its last few lines, as a kill in the middle of a write would.</summary>
    private void Tear(Random chance)
    {
        using var file = new FileStream(_path, FileMode.Open);
        file.SetLength(Math.Max(0, file.Length - chance.Next(0, 1000)));
    }

    private static void AssertSame(StudyResult expected, StudyResult actual)
    {
        Assert.Equal(expected.Trials.Select(Text), actual.Trials.Select(Text));

        static string Text(Trial t) =>
            $"{t.Number} {t.Seed} {t.Parameters} {t.State} {string.Join(' ', t.Values.Select(BitConverter.DoubleToInt64Bits))} {string.Join(' ', t.Steps.ToArray())} {t.Error}";
    }
}
