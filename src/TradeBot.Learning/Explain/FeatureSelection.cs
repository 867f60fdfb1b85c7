using MathNet.Numerics.Distributions;
using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Feature selection by out-of-sample permutation tests, adjusted for multiple testing.</summary>
/// <param name="Trainer">The trainer used for the tests.</param>
/// <param name="Level">The error rate allowed.</param>
/// <param name="Control">Which error rate is controlled.</param>
/// <param name="Features">By adjusted p-value, ascending.</param>
/// <remarks>
/// On each fold a model is trained without the test rows; there a feature is permuted, and the increase of each row's loss (log loss for classes,
/// squared error for numbers) recorded. The mean increase is tested against 0, one-sided, by Student's t over consecutive blocks of test rows, which
/// are long relative to the labels' spans, so that overlapping labels are not counted several times. An uninformative feature has a mean increase of 0
/// whether or not the model uses it. Correlated features hide each other: pass <see cref="FeatureClusters"/> as groups.
/// </remarks>
[TypeFormatterSource]
public sealed record FeatureSelection(string Trainer, double Level, ErrorControl Control, IReadOnlyList<TestedFeature> Features)
{
    private const int Blocks = 30;

    /// <summary>The names of the kept features.</summary>
    public IReadOnlyList<string> Kept => [.. Features.Where(f => f.IsKept).SelectMany(f => f.Features)];

    /// <summary>Tests every feature, or group of features.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="split">Divides the rows; at least 60 test rows in total.</param>
    /// <param name="trainer">The trainer used for the tests.</param>
    /// <param name="seed">Seed from which the seeds of training and permutation are derived.</param>
    /// <param name="groups">Groups of names that are permuted together; null to permute each feature alone.</param>
    /// <param name="control">Which error rate is controlled.</param>
    /// <param name="level">The error rate allowed, in (0, 1).</param>
    /// <param name="repeats">Number of permutations, at least 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There are too few test rows, or a name is not a feature.</exception>
    public static FeatureSelection Of(
        Dataset data,
        ISplit split,
        ITrainer trainer,
        int seed,
        IReadOnlyList<IReadOnlyList<string>>? groups = null,
        ErrorControl control = ErrorControl.FamilyWise,
        double level = 0.05,
        int repeats = 5,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Must be in (0, 1).");

        groups = PermutedFeatures.Groups(data, groups);
        List<double>[] rises = [.. groups.Select(_ => new List<double>())];
        IReadOnlyList<Fold> folds = PurgedFolds.Of(data, split);
        using LongWork work = LongWork.Begin("Feature selection", "tests", cancellationToken);
        foreach (Fold fold in folds)
        {
            IModel model = trainer.Train(data, fold.Train, TrialSeed.Derive(seed, fold.Number), work.Cancellation);
            var judge = new PermutationLoss(model, data, fold.Test);
            Parallel.For(0, groups.Count, new ParallelOptions { CancellationToken = work.Cancellation }, group =>
            {
                rises[group].AddRange(judge.Of(groups[group], repeats, TrialSeed.Derive(seed, ~fold.Number)));
                work.Step(folds.Count * groups.Count);
            });
        }

        if (rises.Length == 0 || rises[0].Count < 2 * Blocks)
            throw new ArgumentException($"Testing needs at least {2 * Blocks} test rows and one feature, got {rises.FirstOrDefault()?.Count ?? 0} rows.", nameof(split));

        double[] p = Array.ConvertAll(rises, rise => PValueOf(BlockMeans(rise)));
        double[] adjusted = control == ErrorControl.FamilyWise ? MultipleTests.Holm(p) : MultipleTests.FalseDiscovery(p);
        return new FeatureSelection(trainer.Name, level, control, [.. groups
            .Select((group, i) => new TestedFeature([.. group], rises[i].Average(), p[i], adjusted[i], adjusted[i] <= level))
            .OrderBy(f => f.AdjustedPValue).ThenByDescending(f => f.Drop)]);
    }

    /// <summary>The kept features in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"kept {Kept.Count} of {Features.Sum(f => f.Features.Count)} features at {Level}: {string.Join(", ", Kept)}");

    private static double[] BlockMeans(List<double> values) =>
        [.. Enumerable.Range(0, Blocks).Select(b => values.Take(((int)((long)values.Count * b / Blocks))..(int)((long)values.Count * (b + 1) / Blocks)).Average())];

    /// <summary>One-sided p-value of the mean being above 0.</summary>
    private static double PValueOf(double[] means)
    {
        double mean = means.Average(), error = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (means.Length - 1) / means.Length);
        return error == 0 ? mean > 0 ? 0 : 1 : StudentT.CDF(0, 1, means.Length - 1, -mean / error);
    }
}

/// <summary>Test of whether a feature, or a group, is informative out of sample.</summary>
/// <param name="Features">The features that were permuted together.</param>
/// <param name="Drop">Mean increase of the loss when they are permuted.</param>
/// <param name="PValue">p-value of this test alone.</param>
/// <param name="AdjustedPValue">p-value adjusted for all tests.</param>
/// <param name="IsKept">True when the adjusted value is within the level.</param>
public sealed record TestedFeature(IReadOnlyList<string> Features, double Drop, double PValue, double AdjustedPValue, bool IsKept)
{
    /// <summary>The names in one line.</summary>
    public string Name => string.Join(", ", Features);
}

/// <summary>Which error rate is controlled when many features are tested at once.</summary>
public enum ErrorControl
{
    /// <summary>Family-wise error rate: the chance of keeping any uninformative feature (Holm).</summary>
    FamilyWise,

    /// <summary>False discovery rate: the expected fraction of uninformative features among those kept (Benjamini and Yekutieli).</summary>
    FalseDiscovery,
}
