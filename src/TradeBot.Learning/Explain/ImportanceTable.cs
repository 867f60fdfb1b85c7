namespace TradeBot.Learning;

/// <summary>What features are worth to a model, the most first.</summary>
/// <param name="Model">The model.</param>
/// <param name="Score">By which score.</param>
/// <param name="Undisturbed">The score with all features as they are.</param>
/// <param name="Rows">On how many rows.</param>
/// <param name="Features">Each feature, or group, by the drop, falling.</param>
[TypeFormatterSource]
public sealed record ImportanceTable(string Model, ScoreKind Score, double Undisturbed, int Rows, IReadOnlyList<FeatureImportance> Features)
{
    /// <summary>One line per feature or group.</summary>
    public override string ToString() => string.Join('\n', Features.Select(f => FormattableString.Invariant($"{f.Name}: {f.Drop:0.0000} ± {f.Deviation:0.0000}")));
}

/// <summary>What a feature, or a group of them, is worth to a model.</summary>
/// <param name="Features">The features that were disturbed together.</param>
/// <param name="Drop">By how much the score got worse, on average over the repeats; near 0, either side, for a feature that tells nothing.</param>
/// <param name="Deviation">The standard deviation of that over the repeats, dividing by n.</param>
public sealed record FeatureImportance(IReadOnlyList<string> Features, double Drop, double Deviation)
{
    /// <summary>The names in one line.</summary>
    public string Name => string.Join(", ", Features);
}
