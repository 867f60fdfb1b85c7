namespace TradeBot.Learning;

/// <summary>A trainer whose probabilities are calibrated on out-of-fold predictions.</summary>
/// <remarks>
/// The calibration is fitted to out-of-fold probabilities: each block of the training rows is predicted by a model trained on the
/// other blocks, purged of rows whose labels overlap it. Then the member is trained on all training rows.
/// </remarks>
public sealed record Calibrated : ITrainer
{
    /// <summary>The trainer to calibrate; must predict probabilities of two classes.</summary>
    public required ITrainer Member { get; init => field = Members.Require(value); }

    /// <summary>The calibration method.</summary>
    public CalibrationMethod Method { get; init; }

    /// <summary>Number of folds of the training rows, at least 2.</summary>
    public int Folds { get; init => field = Require.AtLeast(value, 2); } = 5;

    /// <summary>Embargo in rows after each fold, in addition to purging; not negative.</summary>
    public int Embargo { get; init => field = Require.AtLeast(value, 0); }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"calibrated({Member.Name}, {(Method == CalibrationMethod.Platt ? "Platt" : "isotonic")}, {Folds} folds{(Embargo > 0 ? $", embargo {Embargo}" : "")})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        int[] training = rows.ToArray();
        double[] predicted = OutOfFold.Predict(Member, data, training, Folds, Embargo, seed, cancellationToken);
        double[] targets = Array.ConvertAll(training, row => data.Target[row]), weights = data.Weights.IsEmpty ? [] : Array.ConvertAll(training, row => data.Weights[row]);
        ICalibrator calibrator = Method == CalibrationMethod.Platt ? PlattCalibrator.Fit(predicted, targets, weights) : IsotonicCalibrator.Fit(predicted, targets, weights);
        return new CalibratedModel(Name, Members.Train(Member, data, rows, seed, "all rows", cancellationToken), calibrator);
    }
}
