using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Searches for the way of learning that does best out of sample: trainers, their options and sets of features.</summary>
/// <remarks>
/// <code>
/// AutoMlResult found = await AutoMl.SearchAsync(data, Split.WalkForward(folds: 5, embargo: 60), seed: 7, new AutoMlOptions { Trials = 60 });
/// IModel model = found.Train(data);
/// </code>
/// A study chooses what to try; every trial is judged on the same folds, which know the labels' spans, and counts in the ledger. The
/// last rows are kept from all of it, together with every row whose label touches them, and judge the winner once. The outcome is
/// the same at any number of threads, unless a time limit cuts it short.
/// </remarks>
public static class AutoMl
{
    /// <summary>Searches.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="split">Divides the rows that are searched.</param>
    /// <param name="seed">From which the seeds of trials and folds are derived.</param>
    /// <param name="options">What to try; the defaults when null.</param>
    /// <param name="cancellationToken">Ends the search between trainings.</param>
    /// <exception cref="ArgumentException">Candidates or sets of features are none or twice there, or the rows do not suit the split.</exception>
    /// <exception cref="InvalidOperationException">Not one trial could be ranked; the message says why the first failed.</exception>
    public static Task<AutoMlResult> SearchAsync(
        Dataset data, ISplit split, int seed, AutoMlOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(split);
        var run = new AutoMlRun(data, split, seed, options ?? new AutoMlOptions(), cancellationToken);
        return Task.Run(run.Execute, cancellationToken);
    }
}
