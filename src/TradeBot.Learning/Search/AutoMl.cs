using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>Searches for the trainer that does best out of sample: trainers, their options and sets of features.</summary>
/// <remarks>
/// <code>
/// AutoMlResult found = await AutoMl.SearchAsync(data, Split.WalkForward(folds: 5, embargo: 60), seed: 7, new AutoMlOptions { Trials = 60 });
/// IModel model = found.Train(data);
/// </code>
/// A study proposes the trials; every trial is evaluated on the same purged folds and counted in the ledger. The
/// last rows, purged of overlapping labels, are a holdout that evaluates the winner once. The result is
/// the same with any number of threads, unless a time limit stops the search.
/// </remarks>
public static class AutoMl
{
    /// <summary>Runs a search.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="split">Divides the rows used in the search.</param>
    /// <param name="seed">From which the seeds of trials and folds are derived.</param>
    /// <param name="options">What to try; defaults when null.</param>
    /// <param name="cancellationToken">Ends the search between trainings.</param>
    /// <exception cref="ArgumentException">There are no candidates or feature sets, one is given twice, or the split cannot divide the rows.</exception>
    /// <exception cref="InvalidOperationException">No trial could be ranked; the message says why the first failed.</exception>
    public static Task<AutoMlResult> SearchAsync(
        Dataset data, ISplit split, int seed, AutoMlOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(split);
        var run = new AutoMlRun(data, split, seed, options ?? new AutoMlOptions(), cancellationToken);
        return Task.Run(run.Execute, cancellationToken);
    }
}
