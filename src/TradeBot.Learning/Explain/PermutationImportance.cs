using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Permutation importance: how much a model's score gets worse when a feature's values are permuted.</summary>
/// <remarks>
/// Use rows that the model was not trained on: on training rows overfitted features look important too. Source: Breiman, <i>Machine Learning</i> 45(1), 2001.
/// </remarks>
public static class PermutationImportance
{
    /// <summary>Permutes each feature, or group of features, in turn.</summary>
    /// <param name="model">Made for the features of <paramref name="data"/>.</param>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Row numbers to evaluate on; at least 2.</param>
    /// <param name="seed">Seed of the permutations; the same for every feature.</param>
    /// <param name="groups">Groups of names, such as <see cref="FeatureClusters"/> gives, each permuted together; null to permute each feature alone.</param>
    /// <param name="score">The score to measure; null for log loss for classification, otherwise Brier.</param>
    /// <param name="repeats">Number of permutations, at least 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The same with any number of threads.</returns>
    /// <exception cref="ArgumentException">There are fewer than two rows, or a name is not a feature.</exception>
    public static ImportanceTable Of(
        IModel model,
        Dataset data,
        ReadOnlyMemory<int> rows,
        int seed,
        IReadOnlyList<IReadOnlyList<string>>? groups = null,
        ScoreKind? score = null,
        int repeats = 5,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        if (rows.Length < 2)
            throw new ArgumentException($"Permutation needs at least 2 rows, got {rows.Length}.", nameof(rows));

        ScoreKind kind = score ?? (data.IsBinary ? ScoreKind.LogLoss : ScoreKind.Brier);
        double sign = kind is ScoreKind.LogLoss or ScoreKind.Brier ? 1 : -1;
        var features = new PermutedFeatures(model, data, rows);
        double undisturbed = Models.ScoresOf(data, rows.Span, features.Predict([], [])).Get(kind);
        groups = PermutedFeatures.Groups(data, groups);
        double[][] drops = [.. groups.Select(_ => new double[repeats])];
        using LongWork work = LongWork.Begin("Permutation importance", "permutations", cancellationToken);
        Parallel.For(0, groups.Count * repeats, new ParallelOptions { CancellationToken = work.Cancellation }, i =>
        {
            (int group, int repeat) = (i / repeats, i % repeats);
            int[] permutation = PermutedFeatures.Permutation(rows.Length, TrialSeed.Derive(seed, repeat));
            double permuted = Models.ScoresOf(data, rows.Span, features.Predict(groups[group], permutation)).Get(kind);
            drops[group][repeat] = sign * (permuted - undisturbed);
            work.Step(groups.Count * repeats);
        });
        return new ImportanceTable(model.Name, kind, undisturbed, rows.Length, [.. groups
            .Select((group, i) => new FeatureImportance([.. group], drops[i].Average(), Deviation(drops[i])))
            .OrderByDescending(f => f.Drop)]);
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
