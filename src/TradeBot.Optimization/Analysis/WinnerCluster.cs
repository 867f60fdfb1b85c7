namespace TradeBot.Optimization;

/// <summary>A cluster of good trials.</summary>
/// <param name="Best">The best of them.</param>
/// <param name="Members">All of them, the best first.</param>
public sealed record WinnerCluster(Trial Best, IReadOnlyList<Trial> Members)
{
    private const double Near = 0.12;

    /// <summary>Groups the best trials of a study: trials are in one cluster when a chain of near ones links them.</summary>
    /// <param name="study">Its complete trials are used.</param>
    /// <param name="share">Which share of them counts as winners, in (0, 1]; at most 500 trials.</param>
    /// <returns>The cluster of the best trial first; one cluster with most winners indicates an edge, many small ones luck.</returns>
    public static IReadOnlyList<WinnerCluster> Of(StudyResult study, double share = 0.1)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (!(share > 0 && share <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Must be in (0, 1].");

        var coordinates = new TrialCoordinates(study);
        int count = Math.Min(500, (int)Math.Ceiling(share * coordinates.Trials.Length));
        List<int> left = [.. Enumerable.Range(0, coordinates.Trials.Length).OrderBy(i => study.Direction.LossOf(coordinates.Trials[i].Value)).Take(count)];
        List<WinnerCluster> clusters = [];
        while (left.Count > 0)
        {
            List<int> members = [left[0]];
            left.RemoveAt(0);
            for (int next = 0; next < members.Count; next++)
            {
                int[] joined = [.. left.Where(i => AreNear(coordinates.Points[i], coordinates.Points[members[next]]))];
                members.AddRange(joined);
                left.RemoveAll(joined.Contains);
            }

            Trial[] trials = [.. members.Select(i => coordinates.Trials[i]).OrderBy(t => study.Direction.LossOf(t.Value)).ThenBy(t => t.Number)];
            clusters.Add(new WinnerCluster(trials[0], trials));
        }

        return clusters;
    }

    /// <summary>Size and best parameters in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Members.Count:N0} trials around {Best.Parameters}");

    private static bool AreNear(double[] one, double[] other)
    {
        double squares = 0;
        for (int i = 0; i < one.Length; i++)
            squares += (one[i] - other[i]) * (one[i] - other[i]);
        return squares <= Near * Near * one.Length;
    }
}
