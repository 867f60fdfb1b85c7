namespace TradeBot.Learning;

/// <summary>Permutation importance of a model's features, most important first.</summary>
/// <param name="Model">The model.</param>
/// <param name="Score">The score that was measured.</param>
/// <param name="Baseline">The score without permutation.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Features">Each feature or group, largest drop first.</param>
[TypeFormatterSource]
public sealed record ImportanceTable(string Model, ScoreKind Score, double Baseline, int Rows, IReadOnlyList<FeatureImportance> Features)
{
    /// <summary>One line per feature or group.</summary>
    public override string ToString() => string.Join('\n', Features.Select(f => FormattableString.Invariant($"{f.Name}: {f.Drop:0.0000} ± {f.Deviation:0.0000}")));
}

/// <summary>Importance of a feature, or a group, to a model.</summary>
/// <param name="Features">The features that were permuted together.</param>
/// <param name="Drop">Mean deterioration of the score over the repeats; near 0, on either side, for an uninformative feature.</param>
/// <param name="Deviation">Standard deviation over the repeats, dividing by n.</param>
public sealed record FeatureImportance(IReadOnlyList<string> Features, double Drop, double Deviation)
{
    /// <summary>The names in one line.</summary>
    public string Name => string.Join(", ", Features);
}
