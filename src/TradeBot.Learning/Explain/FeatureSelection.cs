using MathNet.Numerics.Distributions;
using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Which features tell something out of sample, with every test charged.</summary>
/// <param name="Trainer">The method by which they were judged.</param>
/// <param name="Level">The error that was allowed.</param>
/// <param name="Control">Which error that is.</param>
/// <param name="Features">By the adjusted p-value, rising.</param>
/// <remarks>
/// On each fold a model learns without the test rows; there a feature is dealt out to other rows, and the rise of each row's loss (log loss for classes,
/// squared error for numbers) noted. The mean rise is tested against 0, one-sided, by Student's t over consecutive blocks of test rows, which
/// are long beside the labels' spans, so that overlapping labels are not taken for many. A feature that tells nothing has a mean rise of 0
/// whether or not the model uses it. Two alike features hide each other: give <see cref="FeatureClusters"/> as groups.
/// </remarks>
[TypeFormatterSource]
public sealed record FeatureSelection(string Trainer, double Level, ErrorControl Control, IReadOnlyList<TestedFeature> Features)
{
    private const int Blocks = 30;

    /// <summary>The names of the kept features.</summary>
    public IReadOnlyList<string> Kept => [.. Features.Where(f => f.IsKept).SelectMany(f => f.Features)];

    /// <summary>Tests every feature, or group of features.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="split">Divides them; its test rows together are at least 60.</param>
    /// <param name="trainer">The method by which features are judged.</param>
    /// <param name="seed">From which the seeds of training and dealing are derived.</param>
    /// <param name="groups">Groups of names that are dealt out together; null for each feature alone.</param>
    /// <param name="control">Which error is held.</param>
    /// <param name="level">The error that is allowed, in (0, 1).</param>
    /// <param name="repeats">How often values are dealt out, at least 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There are too few test rows, or a name is no feature.</exception>
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

        groups = Disturbance.Groups(data, groups);
        List<double>[] rises = [.. groups.Select(_ => new List<double>())];
        IReadOnlyList<Fold> folds = PurgedFolds.Of(data, split);
        using LongWork work = LongWork.Begin("Feature selection", "tests", cancellationToken);
        foreach (Fold fold in folds)
        {
            IModel model = trainer.Train(data, fold.Train, TrialSeed.Derive(seed, fold.Number), work.Cancellation);
            var judge = new LossRise(model, data, fold.Test);
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

    /// <summary>What was kept, in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"kept {Kept.Count} of {Features.Sum(f => f.Features.Count)} features at {Level}: {string.Join(", ", Kept)}");

    private static double[] BlockMeans(List<double> values) =>
        [.. Enumerable.Range(0, Blocks).Select(b => values.Take(((int)((long)values.Count * b / Blocks))..(int)((long)values.Count * (b + 1) / Blocks)).Average())];

    /// <summary>One-sided: how likely a mean so far above 0 is.</summary>
    private static double PValueOf(double[] means)
    {
        double mean = means.Average(), error = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (means.Length - 1) / means.Length);
        return error == 0 ? mean > 0 ? 0 : 1 : StudentT.CDF(0, 1, means.Length - 1, -mean / error);
    }
}

/// <summary>Whether a feature, or a group of them, tells anything out of sample.</summary>
/// <param name="Features">The features that were disturbed together.</param>
/// <param name="Drop">By how much the loss rose on average when they were disturbed.</param>
/// <param name="PValue">How likely such a rise is if they tell nothing, of this test alone.</param>
/// <param name="AdjustedPValue">The same after all tests are charged.</param>
/// <param name="IsKept">True when the adjusted value is within the level.</param>
public sealed record TestedFeature(IReadOnlyList<string> Features, double Drop, double PValue, double AdjustedPValue, bool IsKept)
{
    /// <summary>The names in one line.</summary>
    public string Name => string.Join(", ", Features);
}

/// <summary>Which error is held when many features are tested at once.</summary>
public enum ErrorControl
{
    /// <summary>The chance of keeping even one feature that tells nothing (Holm).</summary>
    FamilyWise,

    /// <summary>The expected share of features that tell nothing among those kept (Benjamini and Yekutieli).</summary>
    FalseDiscovery,
}
