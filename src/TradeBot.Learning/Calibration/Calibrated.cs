namespace TradeBot.Learning;

/// <summary>A way of learning whose probabilities are corrected by what came of those foretold out of fold.</summary>
/// <remarks>
/// The correction is fitted to probabilities of rows that the model foretelling them did not learn from: each block of the training rows is foretold after
/// learning from the other blocks, without the rows whose labels touch it. Then the member learns from all training rows.
/// </remarks>
public sealed record Calibrated : ITrainer
{
    /// <summary>What learns; must foretell probabilities of two classes.</summary>
    public required ITrainer Member { get; init => field = Members.Require(value); }

    /// <summary>How probabilities are corrected.</summary>
    public CalibrationMethod Method { get; init; }

    /// <summary>Blocks of the training rows, at least 2.</summary>
    public int Folds { get; init => field = Require.AtLeast(value, 2); } = 5;

    /// <summary>Rows after each block that are not learned from besides the purged ones, not negative.</summary>
    public int Embargo { get; init => field = Require.AtLeast(value, 0); }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"calibrated({Member.Name}, {(Method == CalibrationMethod.Platt ? "Platt" : "isotonic")}, {Folds} folds{(Embargo > 0 ? $", embargo {Embargo}" : "")})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        int[] training = rows.ToArray();
        double[] foretold = OutOfFold.Predict(Member, data, training, Folds, Embargo, seed, cancellationToken);
        double[] targets = Array.ConvertAll(training, row => data.Target[row]), weights = data.Weights.IsEmpty ? [] : Array.ConvertAll(training, row => data.Weights[row]);
        ICalibrator calibrator = Method == CalibrationMethod.Platt ? PlattCalibrator.Fit(foretold, targets, weights) : IsotonicCalibrator.Fit(foretold, targets, weights);
        return new CalibratedModel(Name, Members.Train(Member, data, rows, seed, "all rows", cancellationToken), calibrator);
    }
}
