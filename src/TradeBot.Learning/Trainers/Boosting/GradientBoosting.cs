namespace TradeBot.Learning;

/// <summary>Gradient-boosted decision trees on histograms.</summary>
/// <remarks>
/// Each tree is one Newton step on the loss of the trees before, its leaves shrunk by the learning rate. Values are put
/// into at most 255 bins of equal weight, with a border at zero when there are values on both sides, so a split is a border between bins. NaN is a missing value: at each split the
/// missing values go to the side that lowers the loss more; right when training had none. Infinite values are refused. The model is the same bit for
/// bit with any number of threads. Sources: Friedman, "Greedy function approximation", <i>Annals of Statistics</i> 29(5), 2001;
/// Chen and Guestrin, "XGBoost", KDD 2016.
/// </remarks>
public sealed record GradientBoosting : ITrainer
{
    /// <summary>What is predicted.</summary>
    public BoostingObjective Objective { get; init; }

    /// <summary>Rounds of boosting, each of one tree, or of one per class; at least 1.</summary>
    public int Trees { get; init => field = Require.AtLeast(value, 1); } = 200;

    /// <summary>Maximum depth: splits from root to leaf; in [1, 64].</summary>
    public int Depth { get; init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The depth must be in [1, 64]."); } = 6;

    /// <summary>Maximum number of leaves, at least 2: trees grow leaf-wise, best gain first. Null: trees grow level by level.</summary>
    public int? Leaves { get; init => field = value is int leaves ? Require.AtLeast(leaves, 2) : null; }

    /// <summary>Learning rate (shrinkage), in (0, 1].</summary>
    public double LearningRate { get; init => field = Require.Share(value); } = 0.1;

    /// <summary>L2 penalty on leaf values, not negative.</summary>
    public double L2 { get; init => field = Require.NotNegative(value); } = 1;

    /// <summary>Minimum sum of Hessians on each side of a split, not negative; for squared error this is the weight of its rows.</summary>
    public double MinCurvature { get; init => field = Require.NotNegative(value); } = 1;

    /// <summary>Minimum gain of a split, not negative.</summary>
    public double MinGain { get; init => field = Require.NotNegative(value); }

    /// <summary>Row subsample per tree, a fraction in (0, 1].</summary>
    public double RowShare { get; init => field = Require.Share(value); } = 1;

    /// <summary>Feature subsample per tree, a fraction in (0, 1].</summary>
    public double FeatureShare { get; init => field = Require.Share(value); } = 1;

    /// <summary>Bins per feature, without the one for missing values, in [2, 255].</summary>
    public int Bins { get; init => field = value is >= 2 and <= 255 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of bins must be in [2, 255]."); } = 255;

    /// <summary>The quantile to predict when <see cref="Objective"/> is <see cref="BoostingObjective.Quantile"/>, in (0, 1).</summary>
    public double Quantile { get; init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A quantile must be in (0, 1)."); } = 0.5;

    /// <summary>Categorical features, whose values have no order. Categories unseen in training are treated as missing.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Monotone constraints: the score may only increase (1) or only decrease (−1) with the feature.</summary>
    public IReadOnlyDictionary<string, int> Monotone { get; init; } = new Dictionary<string, int>();

    /// <summary>Early stopping: rounds without improvement on the held-out rows; keeps the trees up to the best round; 0 for never.</summary>
    public int StopAfter { get; init => field = Require.AtLeast(value, 0); }

    /// <summary>Fraction of the rows, the last ones, held out for <see cref="StopAfter"/>, in (0, 1]; rows whose labels overlap theirs are purged.</summary>
    public double HeldOut { get; init => field = Require.Share(value); } = 0.2;

    /// <summary>Number of threads; null for all. Does not affect the model.</summary>
    public int? Threads { get; init => field = value is int threads ? Require.AtLeast(threads, 1) : null; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"gradient-boosting({Trees} trees, depth {Depth}{(Leaves is int leaves ? $", {leaves} leaves" : "")}, rate {LearningRate:R}{Others()})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        BoostingObjective objective = Objective != BoostingObjective.Automatic ? Objective
            : data.IsBinary ? BoostingObjective.Binary : BoostingObjective.Regression;
        TrainingRows.RequireForTrees(data, rows.Span, objective switch
        {
            BoostingObjective.Binary => TargetKind.Binary,
            BoostingObjective.Multiclass => TargetKind.Class,
            _ => TargetKind.Number,
        });
        RequireFeatures(data, Categorical, nameof(Categorical));
        RequireFeatures(data, Monotone.Keys, nameof(Monotone));
        using LongWork work = LongWork.Begin(Name, "trees", cancellationToken);
        return new BoostingRun(this, objective, data, rows.Span, seed, new Workers(Threads, work.Cancellation)).Train(work);
    }

    /// <summary>The options that differ from the defaults.</summary>
    private string Others()
    {
        var defaults = new GradientBoosting();
        List<string> parts = [];
        void Add(bool differs, FormattableString part)
        {
            if (differs)
                parts.Add(", " + FormattableString.Invariant(part));
        }

        Add(Objective == BoostingObjective.Quantile, $"quantile {Quantile:R}");
        Add(Objective is not (BoostingObjective.Automatic or BoostingObjective.Quantile), $"{Objective}");
        Add(L2 != defaults.L2, $"L2 {L2:R}");
        Add(MinCurvature != defaults.MinCurvature, $"curvature {MinCurvature:R}");
        Add(MinGain != defaults.MinGain, $"gain {MinGain:R}");
        Add(RowShare != 1, $"rows {RowShare:R}");
        Add(FeatureShare != 1, $"features {FeatureShare:R}");
        Add(Bins != defaults.Bins, $"{Bins} bins");
        Add(Categorical.Count > 0, $"categorical {string.Join(' ', Categorical)}");
        Add(Monotone.Count > 0, $"monotone {string.Join(' ', Monotone.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => (item.Value > 0 ? "+" : "-") + item.Key))}");
        Add(StopAfter > 0, $"stop after {StopAfter} on {HeldOut:R}");
        return string.Concat(parts);
    }

    private static void RequireFeatures(Dataset data, IEnumerable<string> names, string option)
    {
        foreach (string name in names)
        {
            if (!data.Names.Contains(name))
                throw new ArgumentException($"{option} names '{name}', which is not one of the features {string.Join(", ", data.Names)}.", nameof(data));
        }
    }
}
