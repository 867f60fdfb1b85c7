using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>What a feature is worth: by how much a model's score gets worse when the feature's values are dealt out to other rows.</summary>
/// <remarks>
/// Judge on rows that the model has not learned from: on its training rows also that counts which it learned by heart. Source: Breiman, <i>Machine Learning</i> 45(1), 2001.
/// </remarks>
public static class PermutationImportance
{
    /// <summary>Each feature, or group of features, disturbed by itself.</summary>
    /// <param name="model">Made for the features of <paramref name="data"/>.</param>
    /// <param name="data">The rows.</param>
    /// <param name="rows">Which of them to judge by; at least 2.</param>
    /// <param name="seed">Chooses how values are dealt out; the same for every feature.</param>
    /// <param name="groups">Groups of names, such as <see cref="FeatureClusters"/> gives, each dealt out together; null for each feature alone.</param>
    /// <param name="score">What gets worse; null for log loss where targets are classes, otherwise Brier.</param>
    /// <param name="repeats">How often values are dealt out, at least 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The same at any number of threads.</returns>
    /// <exception cref="ArgumentException">Fewer than two rows, or a name that is no feature.</exception>
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
            throw new ArgumentException($"Dealing values out needs at least 2 rows, got {rows.Length}.", nameof(rows));

        ScoreKind kind = score ?? (data.IsBinary ? ScoreKind.LogLoss : ScoreKind.Brier);
        double sign = kind is ScoreKind.LogLoss or ScoreKind.Brier ? 1 : -1;
        var disturbance = new Disturbance(model, data, rows);
        double undisturbed = Models.ScoresOf(data, rows.Span, disturbance.Predict([], [])).Get(kind);
        groups = Disturbance.Groups(data, groups);
        double[][] drops = [.. groups.Select(_ => new double[repeats])];
        using LongWork work = LongWork.Begin("Permutation importance", "permutations", cancellationToken);
        Parallel.For(0, groups.Count * repeats, new ParallelOptions { CancellationToken = work.Cancellation }, i =>
        {
            (int group, int repeat) = (i / repeats, i % repeats);
            int[] dealt = Disturbance.Deal(rows.Length, TrialSeed.Derive(seed, repeat));
            double disturbed = Models.ScoresOf(data, rows.Span, disturbance.Predict(groups[group], dealt)).Get(kind);
            drops[group][repeat] = sign * (disturbed - undisturbed);
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
