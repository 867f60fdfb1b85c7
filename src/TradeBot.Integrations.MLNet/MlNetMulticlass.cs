using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace TradeBot.Integrations.MLNet;

/// <summary>ML.NET's trainers for several classes, such as −1, 0 and 1 of a triple barrier: on one thread and with the seed of the comparison, so that the same rows give the same model.</summary>
public static class MlNetMulticlass
{
    /// <summary>LightGBM's boosted trees.</summary>
    /// <param name="iterations">At least 1.</param>
    public static MlNetTrainer LightGbm(int iterations = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        return Of(FormattableString.Invariant($"ML.NET LightGBM classes(iterations={iterations})"), (ml, seed) => ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
        {
            NumberOfIterations = iterations, Deterministic = true, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        }));
    }

    /// <summary>Boosted trees, one ensemble per class against all others. It takes no weights.</summary>
    /// <param name="trees">At least 1.</param>
    /// <param name="leaves">Per tree, at least 2.</param>
    /// <param name="minimumRows">In each leaf, at least 1.</param>
    public static MlNetTrainer OneVersusAll(int trees = 100, int leaves = 20, int minimumRows = 10)
    {
        var shape = TreeShape.Of(trees, leaves, minimumRows);
        return Of($"ML.NET one versus all({shape})", (ml, seed) => ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = minimumRows, NumberOfThreads = 1, Seed = seed,
        }))) with { TakesWeights = false };
    }

    /// <summary>Multinomial logistic regression by limited-memory BFGS, on standardised features.</summary>
    public static MlNetTrainer MaximumEntropy() => Of("ML.NET maximum entropy", (ml, _) => MlNet.Standardized(ml, ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
        new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, ExampleWeightColumnName = MlNetRows.Weight })));

    private static MlNetTrainer Of(string name, Func<MLContext, int, IEstimator<ITransformer>> pipeline) =>
        new() { Name = name, Pipeline = pipeline, Task = MlNetTask.Multiclass, TakesWeights = true };
}
