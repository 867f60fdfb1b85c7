using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>A trainer whose features are the predictions of other trainers.</summary>
/// <remarks>
/// The final trainer uses out-of-fold predictions: each block of the training rows is predicted by members trained on the other blocks,
/// purged of rows whose labels overlap it. Then the members are trained on all training rows. When all members predict probabilities, the features are their log odds.
/// Source: Wolpert, "Stacked generalization", <i>Neural Networks</i> 5, 1992.
/// </remarks>
public sealed record Stacking : ITrainer
{
    /// <summary>The trainers whose predictions become features, 1 to 64; not multiclass.</summary>
    /// <exception cref="ArgumentException">Too few or too many, or one is multiclass.</exception>
    public required IReadOnlyList<ITrainer> Members { get; init => field = Learning.Members.Require(value); }

    /// <summary>The final trainer (meta-learner).</summary>
    public ITrainer Final { get; init; } = new Logistic();

    /// <summary>Number of folds of the training rows, at least 2.</summary>
    public int Folds { get; init => field = Require.AtLeast(value, 2); } = 5;

    /// <summary>Embargo in rows after each fold, in addition to purging; not negative.</summary>
    public int Embargo { get; init => field = Require.AtLeast(value, 0); }

    /// <inheritdoc/>
    public string Name => FormattableString.Invariant($"stacking({string.Join(" + ", Members.Select(member => member.Name))} → {Final.Name}, {Folds} folds{(Embargo > 0 ? $", embargo {Embargo}" : "")})");

    /// <inheritdoc/>
    public IModel Train(Dataset data, ReadOnlyMemory<int> rows, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        int[] training = rows.ToArray();
        double[][] columns = [.. Members.Select((member, i) => OutOfFold.Predict(member, data, training, Folds, Embargo, TrialSeed.Derive(seed, i), cancellationToken))];
        bool usesLogOdds = data.IsBinary && Array.TrueForAll(columns, column => Array.TrueForAll(column, value => value is >= 0 and <= 1));
        if (usesLogOdds)
            columns = Array.ConvertAll(columns, column => Array.ConvertAll(column, LogOdds.Of));
        Dataset predicted = OutOfFold.With(data, training, [.. Members.Select((member, i) => FormattableString.Invariant($"{i} {member.Name}"))], columns);
        IModel final = Final.Train(predicted, Enumerable.Range(0, training.Length).ToArray(), seed, cancellationToken);
        IModel[] members = [.. Members.Select((member, i) => Learning.Members.Train(member, data, rows, TrialSeed.Derive(seed, i), "all rows", cancellationToken))];
        return new StackingModel(Name, members, final, usesLogOdds);
    }
}
