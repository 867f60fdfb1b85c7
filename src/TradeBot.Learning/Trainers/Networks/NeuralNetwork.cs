namespace TradeBot.Learning;

/// <summary>A multilayer perceptron: layers of rectified sums of the layer before, learned by gradient descent.</summary>
/// <remarks>
/// Features are standardised by mean and standard deviation of the rows learned from, targets of a regression too. Steps are Adam's, on batches drawn anew in every
/// epoch. Before the first step the network says of every row what is so on average; with early stopping, on noise it stays there.
/// NaN is refused. The model is the same bit for bit at any number of threads and in any order of the columns.
/// Sources: Goodfellow, Bengio, Courville, <i>Deep Learning</i>, 2016, 6–8; Srivastava et al., "Dropout", <i>J. Machine Learning Research</i> 15, 2014.
/// </remarks>
public sealed record NeuralNetwork : ITrainer
{
    /// <summary>What is foretold.</summary>
    public NetworkObjective Objective { get; init; }

    /// <summary>The units of each hidden layer, the one nearest to the features first: each at least 1. Empty for a line.</summary>
    public IReadOnlyList<int> Hidden { get; init => field = [.. value.Select(units => Require.AtLeast(units, 1))]; } = [64, 32];

    /// <summary>How often each row is seen at most; at least 1.</summary>
    public int Epochs { get; init => field = Require.AtLeast(value, 1); } = 100;

    /// <summary>Rows per step; at least 1.</summary>
    public int BatchRows { get; init => field = Require.AtLeast(value, 1); } = 256;

    /// <summary>Length of a step, in (0, 1].</summary>
    public double LearningRate { get; init => field = Require.Share(value); } = 1e-3;

    /// <summary>Penalty on squared weights beside the mean loss of a row, not negative.</summary>
    public double L2 { get; init => field = Require.NotNegative(value); } = 1e-4;

    /// <summary>Share of the hidden units that each row does without in training, in [0, 1).</summary>
    public double Dropout { get; init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The dropout must be in [0, 1)."); }

    /// <summary>Ends after so many epochs in which the loss on held-out rows does not fall, and keeps the best; 0 for never, holding out none.</summary>
    public int StopAfter { get; init => field = Require.AtLeast(value, 0); } = 10;

    /// <summary>Share of the rows, the last ones, held out for <see cref="StopAfter"/>, in (0, 1]; rows whose labels touch theirs are left out.</summary>
    public double HeldOut { get; init => field = Require.Share(value); } = 0.15;

    /// <summary>Threads to use; null for all. The model does not depend on it.</summary>
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
        int[] learned = data.Weights.IsEmpty ? rows.ToArray() : Array.FindAll(rows.ToArray(), row => data.Weights[row] > 0), judged = [];
        if (StopAfter > 0)
            (learned, judged) = TailRows.HoldOut(data, learned, HeldOut);
        TrainingRows.Require(data, learned, targets);
        using LongWork work = LongWork.Begin(Name, "epochs", cancellationToken);
        return new NetworkRun(this, objective, data, learned, judged, seed, new Workers(Threads, work.Cancellation)).Train(work);
    }
}
