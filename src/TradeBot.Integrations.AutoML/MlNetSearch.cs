using Microsoft.ML;
using Microsoft.ML.AutoML;
using TradeBot.Integrations.MLNet;
using TradeBot.Learning;
using TradeBot.Optimization;

namespace TradeBot.Integrations.AutoML;

/// <summary>AutoML's search over ML.NET's methods for two classes, each trial evaluated on purged folds.</summary>
/// <remarks>
/// Trials are drawn at random from the seed, so that the same data and seed try the same pipelines, whatever time each takes. Trees and
/// leaves are bounded, because one fit of AutoML's own largest takes all memory and cannot be stopped.
/// </remarks>
public sealed record MlNetSearch
{
    private const string Space = "pipeline";

    /// <summary>Largest number of trials; at least 1.</summary>
    public int Trials { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 1."); } = 20;

    /// <summary>Time after which no new trial starts; at least a second.</summary>
    public TimeSpan TimeLimit { get; init => field = value >= TimeSpan.FromSeconds(1) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least a second."); } = TimeSpan.FromMinutes(10);

    /// <summary>Largest number of trees of an ensemble; at least 5.</summary>
    public int MaxTrees { get; init => field = value >= 5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 5."); } = 256;

    /// <summary>Largest number of leaves of a tree; at least 5.</summary>
    public int MaxLeaves { get; init => field = value >= 5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 5."); } = 128;

    /// <summary>Runs the search.</summary>
    /// <param name="data">Rows with targets of 0 or 1, all of one weight.</param>
    /// <param name="split">Divides the rows, with knowledge of their labels' spans.</param>
    /// <param name="seed">Draws the trials and seeds their trainers.</param>
    /// <param name="progress">Told of each trial as it ends.</param>
    /// <param name="cancellationToken">Ends the search between the folds of a trial, whether one has been completed or not.</param>
    /// <exception cref="ArgumentException">The rows have different weights, which AutoML's pipelines do not use.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    /// <exception cref="TimeoutException">Not one trial was completed in time.</exception>
    public async Task<MlNetSearchResult> RunAsync(
        Dataset data, ISplit split, int seed, IProgress<MlNetTrial>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(split);
        SearchWeights.Require(data);
        cancellationToken.ThrowIfCancellationRequested();
        var ml = new MLContext(seed);
        SweepablePipeline pipeline = ml.Auto().BinaryClassification(
            MlNetRows.Label, MlNetRows.Features,
            fastTreeSearchSpace: BoundedSpaces.FastTree(MaxTrees, MaxLeaves),
            fastForestSearchSpace: BoundedSpaces.FastForest(MaxTrees, MaxLeaves),
            lgbmSearchSpace: BoundedSpaces.LightGbm(MaxTrees, MaxLeaves));
        IReadOnlyList<Fold> folds = split.Divide(data.Starts, data.Ends);
        var monitor = new SearchMonitor(Space, progress);
        AutoMLExperiment experiment = ml.Auto().CreateExperiment(new AutoMLExperiment.AutoMLExperimentSettings { Seed = seed })
            .AddSearchSpace(Space, pipeline.SearchSpace)
            .SetRandomSearchTuner()
            .SetMaxModelToExplore(Trials)
            .SetTrainingTimeInSeconds((uint)TimeLimit.TotalSeconds)
            .SetMonitor(monitor)
            .SetTrialRunner(_ => new PurgedTrialRunner(Space, pipeline, data, folds, seed, cancellationToken));
        TrialResult best = await BestAsync(experiment, cancellationToken);
        string method = monitor.Trials.First(trial => trial.Number == best.TrialSettings.TrialId).Method;
        var trainer = new MlNetTrainer
        {
            Name = FormattableString.Invariant($"ML.NET AutoML({method}, trial {best.TrialSettings.TrialId} of {monitor.Trials.Count})"),
            Pipeline = (context, _) => pipeline.BuildFromOption(context, best.TrialSettings.Parameter[Space]),
            IsCalibrated = false,
            WhyNoWeights = SearchWeights.Reason,
        };
        return new MlNetSearchResult(trainer, [.. monitor.Trials.OrderByDescending(trial => double.IsNaN(trial.Auc) ? double.NegativeInfinity : trial.Auc)]);
    }

    private static async Task<TrialResult> BestAsync(AutoMLExperiment experiment, CancellationToken cancellationToken)
    {
        try
        {
            TrialResult best = await experiment.RunAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return best;
        }
        catch (TimeoutException mistake) when (cancellationToken.IsCancellationRequested)
        {
            // So AutoML says that it was cancelled before a first trial was completed.
            throw new OperationCanceledException("The search was cancelled before its first trial was completed.", mistake, cancellationToken);
        }
    }
}
