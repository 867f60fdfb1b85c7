using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace TradeBot.Integrations.MLNet;

/// <summary>ML.NET's trainers for a number, such as a forward return: on one thread and with the seed of the comparison, so that the same rows give the same model.</summary>
public static class MlNetRegression
{
    /// <summary>Boosted regression trees.</summary>
    /// <param name="trees">At least 1.</param>
    /// <param name="leaves">Per tree, at least 2.</param>
    /// <param name="minimumRows">In each leaf, at least 1.</param>
    /// <param name="learningRate">Positive.</param>
    public static MlNetTrainer FastTree(int trees = 100, int leaves = 20, int minimumRows = 10, double learningRate = 0.2)
    {
        var shape = TreeShape.Of(trees, leaves, minimumRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learningRate);
        return Of(FormattableString.Invariant($"ML.NET fast tree regression({shape}, rate={learningRate:R})"), (ml, seed) => ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
        {
            NumberOfTrees = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = minimumRows, LearningRate = learningRate, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        }));
    }

    /// <summary>Boosted trees for non-negative numbers with many zeros, such as traded volume, by the Tweedie deviance.</summary>
    /// <param name="trees">At least 1.</param>
    /// <param name="leaves">Per tree, at least 2.</param>
    /// <param name="minimumRows">In each leaf, at least 1.</param>
    public static MlNetTrainer Tweedie(int trees = 100, int leaves = 20, int minimumRows = 10)
    {
        var shape = TreeShape.Of(trees, leaves, minimumRows);
        return Of($"ML.NET Tweedie regression({shape})", (ml, seed) => ml.Regression.Trainers.FastTreeTweedie(new FastTreeTweedieTrainer.Options
        {
            NumberOfTrees = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = minimumRows, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        })) with { LowestTarget = 0 };
    }

    /// <summary>A forest of regression trees, each on bootstrapped rows.</summary>
    /// <param name="trees">At least 1.</param>
    /// <param name="leaves">Per tree, at least 2.</param>
    /// <param name="minimumRows">In each leaf, at least 1.</param>
    public static MlNetTrainer FastForest(int trees = 100, int leaves = 20, int minimumRows = 10)
    {
        var shape = TreeShape.Of(trees, leaves, minimumRows);
        return Of($"ML.NET fast forest regression({shape})", (ml, seed) => ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options
        {
            NumberOfTrees = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = minimumRows, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        }));
    }

    /// <summary>LightGBM's boosted regression trees.</summary>
    /// <param name="iterations">At least 1.</param>
    public static MlNetTrainer LightGbm(int iterations = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        return Of(FormattableString.Invariant($"ML.NET LightGBM regression(iterations={iterations})"), (ml, seed) => ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            NumberOfIterations = iterations, Deterministic = true, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        }));
    }

    /// <summary>Linear regression by stochastic dual coordinate ascent, on standardised features.</summary>
    public static MlNetTrainer Sdca() => Of("ML.NET SDCA regression", (ml, _) => MlNet.Standardized(ml, ml.Regression.Trainers.Sdca(
        new SdcaRegressionTrainer.Options { NumberOfThreads = 1, ExampleWeightColumnName = MlNetRows.Weight })));

    /// <summary>Linear regression by online gradient descent, on standardised features. It takes no weights.</summary>
    public static MlNetTrainer OnlineGradientDescent() =>
        Of("ML.NET online gradient descent", (ml, _) => MlNet.Standardized(ml, ml.Regression.Trainers.OnlineGradientDescent(numberOfIterations: 10))) with { TakesWeights = false };

    private static MlNetTrainer Of(string name, Func<MLContext, int, IEstimator<ITransformer>> pipeline) =>
        new() { Name = name, Pipeline = pipeline, Task = MlNetTask.Regression, TakesWeights = true };
}
