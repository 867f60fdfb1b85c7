namespace TradeBot.Optimization;

/// <summary>Which values of the objective are better.</summary>
public enum StudyDirection
{
    /// <summary>Larger values.</summary>
    Maximize,

    /// <summary>Smaller values.</summary>
    Minimize,
}

/// <summary>From values to losses and back.</summary>
internal static class StudyDirections
{
    /// <summary>The value as a loss, of which smaller is better; applied twice it gives the value back.</summary>
    public static double LossOf(this StudyDirection direction, double value) => direction == StudyDirection.Minimize ? value : -value;

    /// <summary>The losses of a trial by objective; all NaN unless it is complete.</summary>
    public static double[] LossesOf(this IReadOnlyList<StudyDirection> directions, Trial trial)
    {
        double[] losses = new double[directions.Count];
        for (int i = 0; i < losses.Length; i++)
            losses[i] = trial.State == TrialState.Complete ? directions[i].LossOf(trial.Values[i]) : double.NaN;
        return losses;
    }
}
