namespace TradeBot.Learning;

/// <summary>Boosted decision trees on histograms.</summary>
/// <remarks>
/// Each tree is one step of Newton's method on the loss of those before, its leaves shrunk by the learning rate. Values are put
/// into at most 255 bins of equal weight, with a border at zero where values lie on both sides, so a split is a border between bins. NaN is a missing value: at each split the
/// missing go to the side that lowers the loss more; when training saw none, right. Infinite values are refused. The model is the same bit for
/// bit at any number of threads. Sources: Friedman, "Greedy function approximation", <i>Annals of Statistics</i> 29(5), 2001;
/// Chen and Guestrin, "XGBoost", KDD 2016.
/// </remarks>
public sealed record GradientBoosting : ITrainer
{
    /// <summary>What is foretold.</summary>
    public BoostingObjective Objective { get; init; }

    /// <summary>Rounds of boosting, each of one tree, or of one per class; at least 1.</summary>
    public int Trees { get; init => field = Require.AtLeast(value, 1); } = 200;

    /// <summary>Questions from root to leaf at most; in [1, 64].</summary>
    public int Depth { get; init => field = value is >= 1 and <= 64 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The depth must be in [1, 64]."); } = 6;

    /// <summary>When not null, trees grow leaf by leaf, the most promising first, to so many leaves, at least 2; otherwise level by level.</summary>
    public int? Leaves { get; init => field = value is int leaves ? Require.AtLeast(leaves, 2) : null; }

    /// <summary>Share of each tree's step that is taken, in (0, 1].</summary>
    public double LearningRate { get; init => field = Require.Share(value); } = 0.1;

    /// <summary>Penalty on squared leaf values, not negative.</summary>
    public double L2 { get; init => field = Require.NotNegative(value); } = 1;

    /// <summary>Curvature of the loss that each side of a split needs, not negative; for squared error this is the weight of its rows.</summary>
    public double MinCurvature { get; init => field = Require.NotNegative(value); } = 1;

    /// <summary>What a split must gain, not negative.</summary>
    public double MinGain { get; init => field = Require.NotNegative(value); }

    /// <summary>Share of the rows that each tree sees, drawn anew, in (0, 1].</summary>
    public double RowShare { get; init => field = Require.Share(value); } = 1;

    /// <summary>Share of the features that each tree sees, drawn anew, in (0, 1].</summary>
    public double FeatureShare { get; init => field = Require.Share(value); } = 1;

    /// <summary>Bins per feature besides that of missing values, in [2, 255].</summary>
    public int Bins { get; init => field = value is >= 2 and <= 255 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of bins must be in [2, 255]."); } = 255;

    /// <summary>The quantile to foretell when <see cref="Objective"/> is <see cref="BoostingObjective.Quantile"/>, in (0, 1).</summary>
    public double Quantile { get; init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A quantile must be in (0, 1)."); } = 0.5;

    /// <summary>Features whose values are names without an order. Categories that training did not see go where missing values go.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Features in which the score may only rise (1) or only fall (−1).</summary>
    public IReadOnlyDictionary<string, int> Monotone { get; init; } = new Dictionary<string, int>();

    /// <summary>Ends after so many rounds in which the loss on held-out rows does not fall, and keeps the trees up to the best; 0 for never.</summary>
    public int StopAfter { get; init => field = Require.AtLeast(value, 0); }

    /// <summary>Share of the rows, the last ones, held out for <see cref="StopAfter"/>, in (0, 1]; rows whose labels touch theirs are left out.</summary>
    public double HeldOut { get; init => field = Require.Share(value); } = 0.2;

    /// <summary>Threads to use; null for all. The model does not depend on it.</summary>
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

    /// <summary>What differs from the defaults.</summary>
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
                throw new ArgumentException($"{option} names '{name}', which is not among the features {string.Join(", ", data.Names)}.", nameof(data));
        }
    }
}
