using TradeBot.Optimization;
using TradeBot.Testing;

namespace TradeBot.Learning.Tests;

public class ModelsWorkTests
{
    private static readonly Dataset Data = Dataset.From(
        Candles.Generate(1_500, seed: 5, edge: 0.1), Features.Pipeline(f => [f.Return(1), f.Return(5)]), Label.ForwardReturn(1).Direction());

    [Fact]
    public async Task A_comparison_shows_one_progress_line_and_still_reports_to_its_caller()
    {
        using var notebook = NotebookWatch.Begin();
        var shares = new Shares();
        await Models.CompareAsync(Data, Split.WalkForward(folds: 3, embargo: 1), [new Waiting(notebook.WaitForLine), new GradientBoosting { Trees = 5 }], seed: 7, shares);

        Assert.StartsWith("Compare 2 trainers", notebook.Lines[0], StringComparison.Ordinal);
        Assert.Equal("Compare 2 trainers, 6 of 6 trainings", notebook.Lines[^1]);
        Assert.Equal(1, shares.Largest);
    }

    [Fact]
    public async Task An_interrupt_reaches_trainings_on_other_threads()
    {
        using var notebook = NotebookWatch.Begin();
        var trainer = new Waiting(() =>
        {
            notebook.WaitForLine();
            notebook.Interrupt();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Models.CompareAsync(Data, Split.WalkForward(folds: 3, embargo: 1), [trainer], seed: 7));
        Assert.StartsWith("waiting, stopped", notebook.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_shows_its_trees()
    {
        using var notebook = NotebookWatch.Begin();
        int[] rows = [.. Enumerable.Range(0, Data.RowCount)];
        int trees = 200;
        while (!notebook.Works.Any(lines => lines.Count > 0) && trees < 1_000_000)
            new GradientBoosting { Trees = trees *= 2, Threads = 1 }.Train(Data, rows, seed: 1);

        string name = FormattableString.Invariant($"gradient-boosting({trees} trees, depth ");
        Assert.StartsWith(name, notebook.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith(FormattableString.Invariant($"{trees:N0} of {trees:N0} trees"), notebook.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_shows_its_trials_and_the_best()
    {
        using var notebook = NotebookWatch.Begin();
        var options = new AutoMlOptions
        {
            Name = "search",
            Trials = 3,
            Candidates = [new SearchCandidate("waiting", study => study.Int("x", 1, 9), p => new Waiting(notebook.WaitForLine))],
        };
        await AutoMl.SearchAsync(Data, Split.WalkForward(folds: 2, embargo: 1), seed: 3, options);

        Assert.Matches("^search [0-9a-f]{8}, 3 of 3 trials, best #", notebook.Lines[^1]);
    }

    /// <summary>Trains as logistic regression does, after it has waited.</summary>
    private sealed class Waiting(Action wait) : ITrainer
    {
        public string Name => "waiting";

        public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
        {
            wait();
            cancellationToken.ThrowIfCancellationRequested();
            return new Logistic().Train(data, rows, seed, cancellationToken);
        }
    }

    private sealed class Shares : IProgress<double>
    {
        private readonly Lock _gate = new();

        public double Largest { get; private set; }

        public void Report(double value)
        {
            lock (_gate)
                Largest = Math.Max(Largest, value);
        }
    }
}
