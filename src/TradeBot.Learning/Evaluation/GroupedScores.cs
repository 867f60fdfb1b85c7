namespace TradeBot.Learning;

/// <summary>The judged rows in groups, each with its scores.</summary>
/// <param name="By">What tells the groups apart, such as <c>month</c>.</param>
/// <param name="Groups">By name, ascending.</param>
[TypeFormatterSource]
public sealed record GroupedScores(string By, IReadOnlyList<GroupScores> Groups)
{
    /// <summary>One line per group.</summary>
    public override string ToString() => string.Join('\n', Groups.Select(group => FormattableString.Invariant(
        $"{group.Name}: AUC {group.Scores.Auc:0.0000}, IC {group.Scores.InformationCoefficient:0.0000}, {group.Scores.Rows:N0} rows")));
}

/// <summary>The scores of some of the judged rows.</summary>
/// <param name="Name">Which.</param>
/// <param name="Scores">How they were foretold.</param>
public sealed record GroupScores(string Name, Scores Scores);
