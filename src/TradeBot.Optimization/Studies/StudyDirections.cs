namespace TradeBot.Optimization;

/// <summary>From values to losses and back.</summary>
internal static class StudyDirections
{
    /// <summary>The value as a loss, of which smaller is better; applied twice it gives the value back.</summary>
    public static double LossOf(this StudyDirection direction, double value) => direction == StudyDirection.Minimize ? value : -value;
}
