using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Measures of probabilities against targets of 0 and 1, one target per probability.</summary>
internal static class ClassificationMetrics
{
    private const double Smallest = 1.0 / (1L << 52);

    public static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    public static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum;
    }

    /// <summary>The rank-sum statistic of Mann and Whitney, ties counting half, as a share.</summary>
    public static double Auc(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets)
    {
        double[] ranks = Ranks.Of(probabilities);
        double rankSum = 0, ones = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            rankSum += targets[i] * ranks[i];
            ones += targets[i];
        }

        return (rankSum - ones * (ones + 1) / 2) / (ones * (targets.Length - ones));
    }

    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets)
    {
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
            sum -= Math.Log(Math.Clamp(targets[i] == 1 ? probabilities[i] : 1 - probabilities[i], Smallest, 1 - Smallest));
        return sum / targets.Length;
    }

    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets)
    {
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
            sum += (probabilities[i] - targets[i]) * (probabilities[i] - targets[i]);
        return sum / targets.Length;
    }

    public static double Accuracy(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets)
    {
        int right = 0;
        for (int i = 0; i < targets.Length; i++)
            right += probabilities[i] > 0.5 == (targets[i] == 1) ? 1 : 0;
        return (double)right / targets.Length;
    }

    /// <summary>Matthews correlation coefficient of predicted and observed class; 0.5 counts as class 0. Source: Matthews, <i>Biochimica et Biophysica Acta</i> 405, 1975.</summary>
    public static double Mcc(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets)
    {
        double both = 0, predicted = 0, observed = 0, count = targets.Length;
        for (int i = 0; i < targets.Length; i++)
        {
            double likelier = probabilities[i] > 0.5 ? 1 : 0;
            both += likelier * targets[i];
            predicted += likelier;
            observed += targets[i];
        }

        return (count * both - predicted * observed) / Math.Sqrt(predicted * (count - predicted) * observed * (count - observed));
    }

    /// <summary>The log loss of always predicting the base rate.</summary>
    public static double Entropy(double rate) => -(Term(rate) + Term(1 - rate));

    private static double Term(double rate) => rate == 0 ? 0 : rate * Math.Log(rate);
}
