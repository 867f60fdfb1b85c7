using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>A way of learning whose features are what others foretell.</summary>
/// <remarks>
/// What the last one learns from is foretold out of fold: each block of the training rows by members that learned from the other blocks,
/// without the rows whose labels touch it. Then the members learn from all training rows. Where all that is foretold are probabilities, the features are their log odds.
/// Source: Wolpert, "Stacked generalization", <i>Neural Networks</i> 5, 1992.
/// </remarks>
public sealed record Stacking : ITrainer
{
    /// <summary>Those whose predictions are the features, 1 to 64; not of several classes.</summary>
    /// <exception cref="ArgumentException">Too few or many, or one foretells several classes.</exception>
    public required IReadOnlyList<ITrainer> Members { get; init => field = Learning.Members.Require(value); }

    /// <summary>What learns from them.</summary>
    public ITrainer Final { get; init; } = new Logistic();

    /// <summary>Blocks of the training rows, at least 2.</summary>
    public int Folds { get; init => field = Require.AtLeast(value, 2); } = 5;

    /// <summary>Rows after each block that members do not learn from besides the purged ones, not negative.</summary>
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
        Dataset foretold = OutOfFold.With(data, training, [.. Members.Select((member, i) => FormattableString.Invariant($"{i} {member.Name}"))], columns);
        IModel final = Final.Train(foretold, Enumerable.Range(0, training.Length).ToArray(), seed, cancellationToken);
        IModel[] members = [.. Members.Select((member, i) => Learning.Members.Train(member, data, rows, TrialSeed.Derive(seed, i), "all rows", cancellationToken))];
        return new StackingModel(Name, members, final, usesLogOdds);
    }
}
