using Microsoft.ML;
using TradeBot.Learning;

namespace TradeBot.Integrations.MLNet;

/// <summary>A pipeline of ML.NET for two classes as a way of learning: judged, compared and traded like any other.</summary>
/// <remarks>
/// The pipeline reads the columns <c>Label</c> (bool), <c>Features</c> (floats) and <c>Weight</c> (float) of the rows it is given and
/// of no others: how rows are divided is decided by our splits. One thread and a fixed seed are the pipeline's affair: those of
/// <see cref="MlNet"/> have both.
/// </remarks>
public sealed record MlNetTrainer : ITrainer
{
    /// <inheritdoc/>
    public required string Name { get; init; }

    /// <summary>Makes the pipeline for a seed.</summary>
    public required Func<MLContext, int, IEstimator<ITransformer>> Pipeline { get; init; }

    /// <summary>True when the pipeline gives a <c>Probability</c>; otherwise Platt's calibration on the training rows makes one of its <c>Score</c>.</summary>
    public bool IsCalibrated { get; init; } = true;

    /// <summary>True when the pipeline heeds <c>Weight</c>; otherwise rows of different weights are refused.</summary>
    public bool TakesWeights { get; init; }

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default) =>
        Fit(data, rows, seed, cancellationToken);

    /// <summary>As <see cref="Train"/>, with what ML.NET's models can do besides.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Which of them to learn from, ascending.</param>
    /// <param name="seed">For methods that draw.</param>
    /// <param name="cancellationToken">Heeded before the training; ML.NET's own cannot be stopped inside.</param>
    /// <exception cref="ArgumentException">The rows do not suit the method; the message names what is wrong where.</exception>
    public MlNetModel Fit(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        cancellationToken.ThrowIfCancellationRequested();
        if (!TakesWeights && !data.Weights.IsEmpty && rows.ToArray().Select(row => data.Weights[row]).Where(weight => weight > 0).Distinct().Count() > 1)
            throw new ArgumentException($"'{Name}' takes no weights; accepted are rows of one weight.", nameof(data));

        var ml = new MLContext(seed);
        IDataView view = MlNetRows.ToLearnFrom(ml, data, rows.Span);
        IEstimator<ITransformer> pipeline = Pipeline(ml, seed);
        if (!IsCalibrated)
            pipeline = pipeline.Append(ml.BinaryClassification.Calibrators.Platt(MlNetRows.Label));
        return new MlNetModel(ml, pipeline.Fit(view), Name, data.Names);
    }
}
