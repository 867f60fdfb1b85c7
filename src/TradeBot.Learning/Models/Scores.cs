namespace TradeBot.Learning;

/// <summary>How well probabilities foretold what came.</summary>
/// <param name="Rows">How many predictions were judged.</param>
/// <param name="Auc">Probability that a row of target 1 is ranked above one of target 0, in [0, 1]; 0.5 is no skill.</param>
/// <param name="LogLoss">Mean negative log likelihood, in nats; probabilities are held within 2⁻⁵² of 0 and 1.</param>
/// <param name="Brier">Mean squared distance between probability and target, in [0, 1].</param>
/// <param name="Accuracy">Share of rows in which the likelier class came, in [0, 1]; 0.5 counts as class 0.</param>
/// <param name="BaseRate">Share of rows with target 1.</param>
/// <param name="BaseLogLoss">Log loss of always foretelling the base rate: what skill must beat.</param>
/// <param name="InformationCoefficient">Spearman's rank correlation between probability and return, in [−1, 1].</param>
/// <remarks>NaN where undefined: AUC when only one class came, the correlation when either side does not vary.</remarks>
[TypeFormatterSource]
public sealed record Scores(
    int Rows, double Auc, double LogLoss, double Brier, double Accuracy, double BaseRate, double BaseLogLoss, double InformationCoefficient)
{
    /// <summary>Scores of predictions.</summary>
    /// <param name="probabilities">At least one, in [0, 1].</param>
    /// <param name="targets">0 or 1, one per probability.</param>
    /// <param name="returns">What came of each, one per probability.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static Scores Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, ReadOnlySpan<double> returns)
    {
        if (probabilities.IsEmpty || targets.Length != probabilities.Length || returns.Length != probabilities.Length)
            throw new ArgumentException($"Expected targets and returns for each of at least one probability; got {targets.Length}, {returns.Length} and {probabilities.Length}.", nameof(probabilities));

        double rate = ClassificationMetrics.Mean(targets);
        return new Scores(
            probabilities.Length,
            ClassificationMetrics.Auc(probabilities, targets),
            ClassificationMetrics.LogLoss(probabilities, targets),
            ClassificationMetrics.Brier(probabilities, targets),
            ClassificationMetrics.Accuracy(probabilities, targets),
            rate,
            ClassificationMetrics.Entropy(rate),
            RankCorrelation.Spearman(probabilities, returns));
    }
}
