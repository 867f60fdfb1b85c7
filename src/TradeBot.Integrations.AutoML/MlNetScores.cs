using TradeBot.Learning;

namespace TradeBot.Integrations.AutoML;

/// <summary>Scores ML.NET's predictions with TradeBot's scores.</summary>
internal static class MlNetScores
{
    /// <summary>How well rows of target 1 are ranked above those of target 0.</summary>
    /// <param name="data">The targets.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="ranks">One per row: a probability, or any number in [0, 1] that rises with it.</param>
    public static double Auc(Dataset data, ReadOnlySpan<int> rows, ReadOnlySpan<double> ranks)
    {
        double[] targets = new double[rows.Length];
        for (int i = 0; i < targets.Length; i++)
            targets[i] = data.Target[rows[i]];
        return Scores.Of(ranks, targets, targets).Auc;
    }
}
