namespace TradeBot.Learning;

/// <summary>Scores by group of test rows.</summary>
/// <param name="By">What the rows are grouped by, such as <c>month</c>.</param>
/// <param name="Groups">By name, ascending.</param>
[TypeFormatterSource]
public sealed record GroupedScores(string By, IReadOnlyList<GroupScores> Groups)
{
    /// <summary>One line per group.</summary>
    public override string ToString() => string.Join('\n', Groups.Select(group => FormattableString.Invariant(
        $"{group.Name}: AUC {group.Scores.Auc:0.0000}, IC {group.Scores.InformationCoefficient:0.0000}, {group.Scores.Rows:N0} rows")));
}

/// <summary>The scores of one group of test rows.</summary>
/// <param name="Name">The group.</param>
/// <param name="Scores">Its scores.</param>
public sealed record GroupScores(string Name, Scores Scores);
