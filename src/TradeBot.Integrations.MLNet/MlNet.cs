using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace TradeBot.Integrations.MLNet;

/// <summary>ML.NET's trainers for two classes: on one thread and with the seed of the comparison, so that the same rows give the same model.</summary>
public static class MlNet
{
    /// <summary>Why a generalized additive model takes no weights.</summary>
    internal const string GamIgnoresFeatures = "ML.NET's GAM with a weight column trains a constant model, even where all weights are equal";

    /// <summary>Boosted trees.</summary>
    /// <param name="trees">At least 1.</param>
    /// <param name="leaves">Per tree, at least 2.</param>
    /// <param name="minimumRows">In each leaf, at least 1.</param>
    /// <param name="learningRate">Positive.</param>
    public static MlNetTrainer FastTree(int trees = 100, int leaves = 20, int minimumRows = 10, double learningRate = 0.2)
    {
        var shape = TreeShape.Of(trees, leaves, minimumRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learningRate);
        return Of(FormattableString.Invariant($"ML.NET fast tree({shape}, rate={learningRate:R})"), (ml, seed) => ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = minimumRows, LearningRate = learningRate, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        }));
    }

    /// <summary>A forest of trees, each on bootstrapped rows; its votes are calibrated by Platt's method.</summary>
    /// <param name="trees">At least 1.</param>
    /// <param name="leaves">Per tree, at least 2.</param>
    /// <param name="minimumRows">In each leaf, at least 1.</param>
    public static MlNetTrainer FastForest(int trees = 100, int leaves = 20, int minimumRows = 10)
    {
        var shape = TreeShape.Of(trees, leaves, minimumRows);
        return Of($"ML.NET fast forest({shape})", (ml, seed) => ml.BinaryClassification.Trainers.FastForest(new FastForestBinaryTrainer.Options
        {
            NumberOfTrees = trees, NumberOfLeaves = leaves, MinimumExampleCountPerLeaf = minimumRows, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        })) with { IsCalibrated = false };
    }

    /// <summary>LightGBM's boosted trees.</summary>
    /// <param name="iterations">How many trees, at least 1.</param>
    /// <param name="leaves">Per tree, at least 2; null for ML.NET's choice, which depends on the number of rows.</param>
    /// <param name="learningRate">Positive; null for ML.NET's choice.</param>
    public static MlNetTrainer LightGbm(int iterations = 100, int? leaves = null, double? learningRate = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leaves ?? 2, 2, nameof(leaves));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learningRate ?? 1, nameof(learningRate));
        string chosen = FormattableString.Invariant($"{(leaves is null ? "" : $", leaves={leaves}")}{(learningRate is null ? "" : FormattableString.Invariant($", rate={learningRate:R}"))}");
        return Of(FormattableString.Invariant($"ML.NET LightGBM(iterations={iterations}{chosen})"), (ml, seed) => ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = iterations, NumberOfLeaves = leaves, LearningRate = learningRate, Deterministic = true, NumberOfThreads = 1, Seed = seed, ExampleWeightColumnName = MlNetRows.Weight,
        }));
    }

    /// <summary>A generalized additive model: the sum of one curve per feature. It takes no weights.</summary>
    public static MlNetTrainer Gam() => Of("ML.NET GAM", (ml, _) => ml.BinaryClassification.Trainers.Gam()) with { TakesWeights = false, WhyNoWeights = GamIgnoresFeatures };

    /// <summary>Logistic regression by limited-memory BFGS, on standardised features.</summary>
    public static MlNetTrainer LbfgsLogisticRegression() => Of("ML.NET L-BFGS logistic", (ml, _) => Standardized(ml, ml.BinaryClassification.Trainers.LbfgsLogisticRegression(
        new LbfgsLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, ExampleWeightColumnName = MlNetRows.Weight })));

    /// <summary>Logistic regression by stochastic dual coordinate ascent, on standardised features.</summary>
    public static MlNetTrainer SdcaLogisticRegression() => Of("ML.NET SDCA logistic", (ml, _) => Standardized(ml, ml.BinaryClassification.Trainers.SdcaLogisticRegression(
        new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1, ExampleWeightColumnName = MlNetRows.Weight })));

    /// <summary>The averaged perceptron, on standardised features; its score is calibrated by Platt's method. It takes no weights.</summary>
    public static MlNetTrainer AveragedPerceptron() =>
        Of("ML.NET averaged perceptron", (ml, _) => Standardized(ml, ml.BinaryClassification.Trainers.AveragedPerceptron())) with { IsCalibrated = false, TakesWeights = false };

    /// <summary>A linear support vector machine, on standardised features; its score is calibrated by Platt's method.</summary>
    public static MlNetTrainer LinearSvm() =>
        Of("ML.NET linear SVM", (ml, _) => Standardized(ml, ml.BinaryClassification.Trainers.LinearSvm(exampleWeightColumnName: MlNetRows.Weight))) with { IsCalibrated = false };

    /// <summary>The pipeline on features that are standardised to mean 0 and variance 1.</summary>
    internal static IEstimator<ITransformer> Standardized(MLContext ml, IEstimator<ITransformer> trainer) =>
        ml.Transforms.NormalizeMeanVariance(MlNetRows.Features, fixZero: false).Append(trainer);

    private static MlNetTrainer Of(string name, Func<MLContext, int, IEstimator<ITransformer>> pipeline) => new() { Name = name, Pipeline = pipeline, TakesWeights = true };
}
