using TradeBot.Testing;

namespace TradeBot.Optimization.Tests.Progress;

public class StudyWorkTests
{
    private readonly ManualTime _time = new();

    private static Study<double> Squares => Study.Named("squares", seed: 7).Int("x", 0..9).Maximize((double value) => value);

    [Fact]
    public void A_study_shows_one_line_without_being_asked_and_still_tells_its_caller()
    {
        using var notebook = NotebookWatch.Begin();
        var told = new List<int>();
        StudyResult result = Squares.Grid(Slow, Options(new Told(told)));

        Assert.Equal(10, result.TrialCount);
        Assert.Equal(Enumerable.Range(1, 10), told);
        // Half a second is over within the fourth trial: three in 0.5 s are 6 a second.
        Assert.Contains("3 of 10 trials, 6 per second, 2 s left", notebook.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("best so far #2 x=2: 4", notebook.Lines[0], StringComparison.Ordinal);
        Assert.Equal("squares, 10 of 10 trials, best #9 x=9: 81", notebook.Lines[^1]);
    }

    [Fact]
    public void An_interrupt_ends_the_study_and_its_line_says_how_far_it_was_and_its_trials_are_kept()
    {
        using var notebook = NotebookWatch.Begin();
        var ledger = new TrialLedger();
        Assert.ThrowsAny<OperationCanceledException>(() => Squares.Grid(
            p =>
            {
                if (p["x"] == 6)
                    notebook.Interrupt();
                return Slow(p);
            },
            Options(null) with { Ledger = ledger, DataHash = "some data" }));

        Assert.Equal("squares, stopped at 7 of 10 trials, best #6 x=6: 36", notebook.Lines[^1]);
        Assert.Equal(7, ledger.EntriesOn("some data").Count);
    }

    [Fact]
    public void A_validation_shows_one_line_over_all_its_folds()
    {
        using var notebook = NotebookWatch.Begin();
        Squares.Validate(
            Split.WalkForward(folds: 2), 30, (p, _) => Slow(p), new FoldSearchOptions { Trials = 10, Sampler = new GridSampler(), Study = Options(null) });

        Assert.StartsWith("squares, 2 folds  ", notebook.Lines[0], StringComparison.Ordinal);
        Assert.Contains(notebook.Lines, line => line.Contains("4 of 20 trials", StringComparison.Ordinal));
        Assert.Contains(notebook.Lines, line => line.Contains("14 of 20 trials", StringComparison.Ordinal));
        Assert.Equal("squares, 2 folds, 20 of 20 trials", notebook.Lines[^1]);
    }

    [Fact]
    public void Trials_that_share_work_move_the_line_before_the_first_of_them_ends()
    {
        using var notebook = NotebookWatch.Begin();
        Squares.RunTogether(
            new GridSampler(), int.MaxValue,
            (sets, token) =>
            {
                using LongWork shared = LongWork.Begin("sweep", "trials", token, _time);
                shared.Reach(0.5, 1);
                _time.Advance(TimeSpan.FromSeconds(1));
                return (place, _) => (int)sets[place]["x"];
            },
            block: 4, Options(null));

        // Half of four, then half of the next four after those, then half of the last two.
        foreach (string reached in (string[])["2 of 10 trials", "6 of 10 trials", "9 of 10 trials"])
            Assert.Contains(notebook.Lines, line => line.Contains(reached, StringComparison.Ordinal));
    }

    private double Slow(ParameterSet parameters)
    {
        double x = (int)parameters["x"];
        _time.Advance(TimeSpan.FromSeconds(0.125));
        return x * x;
    }

    private StudyOptions Options(IProgress<StudyProgress>? progress) => new() { MaxParallelism = 1, Time = _time, Progress = progress };

    private sealed class Told(List<int> ended) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => ended.Add(value.Ended);
    }
}
