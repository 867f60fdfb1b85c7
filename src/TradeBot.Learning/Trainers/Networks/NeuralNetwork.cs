namespace TradeBot.Learning;

/// <summary>A multilayer perceptron with ReLU units, trained by gradient descent.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation of the training rows, regression targets too. Optimised with Adam on batches reshuffled every
/// epoch. Before the first step the network predicts the mean for every row; with early stopping it stays there on pure noise.
/// NaN is refused. The model is bit-identical with any number of threads and any order of the columns.
/// Sources: Goodfellow, Bengio, Courville, <i>Deep Learning</i>, 2016, 6–8; Srivastava et al., "Dropout", <i>J. Machine Learning Research</i> 15, 2014.
/// </remarks>
public sealed record NeuralNetwork : ITrainer
{
    /// <summary>What is predicted.</summary>
    public NetworkObjective Objective { get; init; }

    /// <summary>Units of each hidden layer, input side first, each at least 1. Empty for a linear model.</summary>
    public IReadOnlyList<int> Hidden { get; init => field = [.. value.Select(units => Require.AtLeast(units, 1))]; } = [64, 32];

    /// <summary>Maximum number of epochs; at least 1.</summary>
    public int Epochs { get; init => field = Require.AtLeast(value, 1); } = 100;

    /// <summary>Batch size in rows; at least 1.</summary>
    public int BatchRows { get; init => field = Require.AtLeast(value, 1); } = 256;

    /// <summary>Learning rate, in (0, 1].</summary>
    public double LearningRate { get; init => field = Require.Share(value); } = 1e-3;

    /// <summary>L2 penalty on the weights (weight decay), relative to the mean loss of a row; not negative.</summary>
    public double L2 { get; init => field = Require.NotNegative(value); } = 1e-4;

    /// <summary>Dropout rate of the hidden units in training, in [0, 1).</summary>
    public double Dropout { get; init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The dropout must be in [0, 1)."); }

    /// <summary>Early stopping: epochs without improvement on the held-out rows; keeps the best epoch; 0 for never, and no rows are held out.</summary>
    public int StopAfter { get; init => field = Require.AtLeast(value, 0); } = 10;

    /// <summary>Fraction of the rows, the last ones, held out for <see cref="StopAfter"/>, in (0, 1]; rows whose labels overlap theirs are purged.</summary>
    public double HeldOut { get; init => field = Require.Share(value); } = 0.15;

    /// <summary>Number of threads; null for all. Does not affect the model.</summary>
    public int? Threads { get; init => field = value is int threads ? Require.AtLeast(threads, 1) : null; }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"neural-network({(Hidden.Count == 0 ? "no hidden layer" : string.Join('-', Hidden))}, {Epochs} epochs of {BatchRows}, rate {LearningRate:R}, L2 {L2:R}{(Dropout > 0 ? $", dropout {Dropout:R}" : "")}{(Objective == NetworkObjective.Automatic ? "" : $", {Objective}")}{(StopAfter > 0 ? $", stop after {StopAfter} on {HeldOut:R}" : "")})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        NetworkObjective objective = Objective != NetworkObjective.Automatic ? Objective : data.IsBinary ? NetworkObjective.Binary : NetworkObjective.Regression;
        TargetKind targets = objective switch
        {
            NetworkObjective.Binary => TargetKind.Binary,
            NetworkObjective.Multiclass => TargetKind.Class,
            _ => TargetKind.Number,
        };
        TrainingRows.Require(data, rows.Span, targets);
        int[] training = data.Weights.IsEmpty ? rows.ToArray() : Array.FindAll(rows.ToArray(), row => data.Weights[row] > 0), validation = [];
        if (StopAfter > 0)
            (training, validation) = TailRows.HoldOut(data, training, HeldOut);
        TrainingRows.Require(data, training, targets);
        using LongWork work = LongWork.Begin(Name, "epochs", cancellationToken);
        return new NetworkRun(this, objective, data, training, validation, seed, new Workers(Threads, work.Cancellation)).Train(work);
    }
}
