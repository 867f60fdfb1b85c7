using Microsoft.ML;
using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet;

/// <summary>A pipeline of ML.NET as a trainer: evaluated, compared and traded like any other.</summary>
/// <remarks>
/// The pipeline reads the columns <c>Label</c> (of the type that <see cref="MlNetTask"/> says), <c>Features</c> (floats) and <c>Weight</c>
/// (float) of the rows it is given and of no others: our splits decide how rows are divided. One thread and a fixed seed are the
/// pipeline's affair: those of <see cref="MlNet"/>, <see cref="MlNetRegression"/> and <see cref="MlNetMulticlass"/> have both.
/// </remarks>
public sealed record MlNetTrainer : ITrainer
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>Makes the pipeline for a seed.</summary>
    public required Func<MLContext, int, IEstimator<ITransformer>> Pipeline { get; init; }

    /// <summary>What the pipeline predicts.</summary>
    public MlNetTask Task { get; init; } = MlNetTask.Binary;

    /// <summary>Of two classes: true when the pipeline gives a <c>Probability</c>; otherwise Platt's calibration on the training rows makes one of its <c>Score</c>.</summary>
    public bool IsCalibrated { get; init; } = true;

    /// <summary>True when the pipeline uses <c>Weight</c>; otherwise rows of different weights are refused.</summary>
    public bool TakesWeights { get; init; }

    /// <summary>Why it takes no weights, for the message; empty where the method has none.</summary>
    public string WhyNoWeights { get; init; } = "";

    /// <summary>For a regression: the lowest target that the method can predict.</summary>
    public double LowestTarget { get; init; } = double.NegativeInfinity;

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default) =>
        Fit(data, rows, seed, cancellationToken);

    /// <summary>Like <see cref="Train"/>, but returns the model as its own type, with its further members.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">The training rows, ascending.</param>
    /// <param name="seed">For methods that draw.</param>
    /// <param name="cancellationToken">Checked before the training; ML.NET's own cannot be stopped inside.</param>
    /// <exception cref="ArgumentException">The rows do not suit the method; the message names what is wrong where.</exception>
    public MlNetModel Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        cancellationToken.ThrowIfCancellationRequested();
        if (!TakesWeights && !data.Weights.IsEmpty && rows.ToArray().Select(row => data.Weights[row]).Where(weight => weight > 0).Distinct().Count() > 1)
            throw new ArgumentException($"'{Name}' takes no weights{(WhyNoWeights.Length > 0 ? $", because {WhyNoWeights}" : "")}; accepted are rows of one weight.", nameof(data));

        var ml = new MLContext(seed);
        MlNetTargets targets = MlNetTargets.Of(data, rows.Span, Task, LowestTarget);
        IDataView view = MlNetRows.ForTraining(ml, data, targets);
        IEstimator<ITransformer> pipeline = Pipeline(ml, seed);
        if (Task == MlNetTask.Binary && !IsCalibrated)
            pipeline = pipeline.Append(ml.BinaryClassification.Calibrators.Platt(MlNetRows.Label));
        return new MlNetModel(ml, pipeline.Fit(view), Name, data.Names, Task, targets.Classes);
    }
}
