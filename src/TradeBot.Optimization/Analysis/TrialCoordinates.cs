namespace TradeBot.Optimization;

/// <summary>Complete trials as points: each parameter by the rank of its value among those tried, from 0 to 1.</summary>
/// <remarks>With ranks, linear and logarithmic scales are equivalent. A parameter that a trial does not have is at −0.1, away from all others.</remarks>
internal sealed class TrialCoordinates
{
    public const double Absent = -0.1;

    public TrialCoordinates(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        Trials = [.. study.Trials.Where(t => t.State == TrialState.Complete)];
        Names = [.. Trials.SelectMany(t => t.Parameters.Select(p => p.Key)).Distinct()];
        Values = Array.ConvertAll(Names, name => Trials.Where(t => t.Parameters.TryGet(name, out _)).Select(t => t.Parameters[name]).Distinct().Order().ToArray());
        Points = Array.ConvertAll(Trials, PointOf);
    }

    public Trial[] Trials { get; }

    public string[] Names { get; }

    /// <summary>For each parameter the values that were tried, ascending.</summary>
    public ParameterValue[][] Values { get; }

    /// <summary>For each trial its coordinates.</summary>
    public double[][] Points { get; }

    private double[] PointOf(Trial trial)
    {
        double[] point = new double[Names.Length];
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = !trial.Parameters.TryGet(Names[i], out ParameterValue value) ? Absent
                : Values[i].Length == 1 ? 0.5
                : Array.BinarySearch(Values[i], value) / (Values[i].Length - 1.0);
        }

        return point;
    }
}
