using TradeBot.Optimization;

namespace TradeBot.Learning;

/// <summary>A trainer whose options a search may choose.</summary>
/// <param name="Name">Its name in the search and its leaderboard.</param>
/// <param name="Space">Adds its options to a study, under names that no other candidate uses.</param>
/// <param name="Create">Creates the trainer from the chosen options.</param>
/// <remarks>
/// <code>
/// var candidate = new SearchCandidate("logistic", s =&gt; s.LogFloat("logistic C", 1e-3, 10), p =&gt; new Logistic { C = p["logistic C"] });
/// </code>
/// </remarks>
public sealed record SearchCandidate(string Name, Func<Study, Study> Space, Func<ParameterSet, ITrainer> Create)
{
    /// <summary>Logistic regression, for targets of 0 and 1.</summary>
    public static SearchCandidate Logistic { get; } = new(
        "logistic",
        s => s.LogFloat("logistic C", 1e-4, 10),
        p => new Logistic { C = p["logistic C"] });

    /// <summary>Boosted trees.</summary>
    public static SearchCandidate GradientBoosting { get; } = new(
        "boosting",
        s => s.Int("boosting trees", 50, 300, step: 50).Int("boosting depth", 2, 6).LogFloat("boosting rate", 0.02, 0.3).LogFloat("boosting L2", 0.1, 100),
        p => new GradientBoosting { Trees = p["boosting trees"], Depth = p["boosting depth"], LearningRate = p["boosting rate"], L2 = p["boosting L2"] });

    /// <summary>A random forest.</summary>
    public static SearchCandidate RandomForest { get; } = new(
        "forest",
        s => s.Int("forest trees", 100, 300, step: 100).LogInt("forest leaf", 5, 200).Float("forest features", 0.1, 0.8),
        p => new RandomForest { Trees = p["forest trees"], MinLeaf = p["forest leaf"], FeatureShare = p["forest features"] });

    /// <summary>Extremely randomised trees.</summary>
    public static SearchCandidate ExtraTrees { get; } = new(
        "extra trees",
        s => s.Int("extra trees count", 100, 300, step: 100).LogInt("extra trees leaf", 5, 200),
        p => new ExtraTrees { Trees = p["extra trees count"], MinLeaf = p["extra trees leaf"] });

    /// <summary>Elastic net, for regression.</summary>
    public static SearchCandidate ElasticNet { get; } = new(
        "elastic net",
        s => s.LogFloat("elastic net penalty", 1e-6, 1e-1).Float("elastic net L1 share", 0, 1),
        p => new ElasticNet { Penalty = p["elastic net penalty"], L1Share = p["elastic net L1 share"] });

    /// <summary>A neural network with one or two hidden layers; the slowest candidate, not included in <see cref="For"/>.</summary>
    public static SearchCandidate NeuralNetwork { get; } = new(
        "network",
        s => s.Int("network units", 8, 64, step: 8).Int("network layers", 1, 2).LogFloat("network rate", 1e-4, 1e-2).LogFloat("network L2", 1e-6, 1e-2),
        p => new NeuralNetwork { Hidden = [.. Enumerable.Repeat(p["network units"].ToInt32(), p["network layers"])], LearningRate = p["network rate"], L2 = p["network L2"] });

    /// <summary>The default candidates for a data set's target.</summary>
    public static IReadOnlyList<SearchCandidate> For(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return [data.IsBinary ? Logistic : ElasticNet, GradientBoosting, RandomForest, ExtraTrees];
    }
}
