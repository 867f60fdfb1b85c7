using TradeBot.Learning;
using TradeBot.Optimization;

namespace TradeBot.Integrations.AutoML.Tests;

public class MlNetSearchTests
{
    [Fact]
    public async Task A_search_evaluates_on_our_folds_and_keeps_every_trial()
    {
        Dataset data = Rows(600, noise: 0.5);
        var seen = new List<MlNetTrial>();
        MlNetSearchResult found = await new MlNetSearch { Trials = 3 }.RunAsync(data, Split.WalkForward(folds: 2, embargo: 5), seed: 7, new Listener(seen.Add));

        Assert.Equal(3, found.Trials);
        Assert.Equal(seen.OrderBy(trial => trial.Number), found.Leaderboard.OrderBy(trial => trial.Number));
        Assert.All(found.Leaderboard, trial => Assert.NotEqual("unknown", trial.Method));
        ModelComparison judged = await Models.CompareAsync(data, Split.WalkForward(folds: 2, embargo: 5), [found.Best], seed: 7);
        Assert.True(judged[0].Scores.Auc > 0.7, judged[0].ToString());
    }

    [Fact]
    public async Task A_search_cancelled_before_its_first_trial_ends_as_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        Task<MlNetSearchResult> search = new MlNetSearch { Trials = 50 }.RunAsync(Rows(5000, noise: 0.5), Split.WalkForward(folds: 5), seed: 7, cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
    }

    [Fact]
    public async Task Weights_are_refused_before_the_first_trial()
    {
        Dataset data = Rows(100, noise: 0.5);
        double[] weights = [.. Enumerable.Range(0, data.RowCount).Select(row => row % 2 == 0 ? 1.0 : 2.0)];
        int trials = 0;

        var error = await Assert.ThrowsAsync<ArgumentException>(() => new MlNetSearch().RunAsync(data.WithWeights(weights), Split.WalkForward(folds: 2), seed: 7, new Listener(_ => trials++)));

        Assert.Contains("takes no weights", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, trials);
    }

    /// <summary>The target is 1 where 2a + b + noise is positive; a third feature says nothing.</summary>
    private static Dataset Rows(int count, double noise)
    {
        var random = new Random(11);
        double[] a = new double[count], b = new double[count], idle = new double[count], target = new double[count];
        for (int i = 0; i < count; i++)
        {
            (a[i], b[i], idle[i]) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            target[i] = 2 * a[i] + b[i] + noise * (random.NextDouble() - 0.5) > 0 ? 1 : 0;
        }

        return Dataset.FromColumns(["a", "b", "noise"], [a, b, idle], target);
    }

    private sealed class Listener(Action<MlNetTrial> report) : IProgress<MlNetTrial>
    {
        public void Report(MlNetTrial value) => report(value);
    }
}
