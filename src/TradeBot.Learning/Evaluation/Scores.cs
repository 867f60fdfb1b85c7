using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>How well probabilities, or numbers, foretold what came.</summary>
/// <param name="Rows">How many predictions were judged.</param>
/// <param name="Auc">Probability that a row of target 1 is ranked above one of target 0, in [0, 1]; 0.5 is no skill.</param>
/// <param name="LogLoss">Mean negative log likelihood, in nats; probabilities are held within 2⁻⁵² of 0 and 1.</param>
/// <param name="Brier">Mean squared distance between what was foretold and the target; in [0, 1] for a probability.</param>
/// <param name="Accuracy">Share of rows in which the likelier class came, in [0, 1]; 0.5 counts as class 0.</param>
/// <param name="Mcc">Matthews' correlation coefficient between the likelier class and the one that came, in [−1, 1]; 0 is no skill.</param>
/// <param name="BaseRate">Share of rows with target 1.</param>
/// <param name="BaseLogLoss">Log loss of always foretelling the base rate: what skill must beat.</param>
/// <param name="InformationCoefficient">Spearman's rank correlation between what was foretold and the return, in [−1, 1].</param>
/// <param name="Skill">1 − mean squared distance over that of always foretelling the mean of what came: 0 is no skill, 1 is all; below 0 it misleads.</param>
/// <remarks>
/// NaN where undefined: AUC when only one class came, correlations when either side does not vary; where a target is neither 0 nor 1,
/// all but Brier, information coefficient and skill.
/// </remarks>
[TypeFormatterSource]
public sealed record Scores(
    int Rows, double Auc, double LogLoss, double Brier, double Accuracy, double Mcc, double BaseRate, double BaseLogLoss, double InformationCoefficient, double Skill)
{
    /// <summary>Those of no prediction: all NaN.</summary>
    internal static Scores None { get; } = new(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Scores of predictions.</summary>
    /// <param name="predictions">At least one; a probability in [0, 1] where the targets are classes.</param>
    /// <param name="targets">What came, one per prediction: 0 or 1, or numbers.</param>
    /// <param name="returns">What a long position earned, one per prediction.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static Scores Of(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> returns)
    {
        if (predictions.IsEmpty || targets.Length != predictions.Length || returns.Length != predictions.Length)
            throw new ArgumentException($"Expected targets and returns for each of at least one prediction; got {targets.Length}, {returns.Length} and {predictions.Length}.", nameof(predictions));

        double squares = ClassificationMetrics.Brier(predictions, targets);
        var scores = new Scores(
            predictions.Length, double.NaN, double.NaN, squares, double.NaN, double.NaN, double.NaN, double.NaN,
            RankCorrelation.Spearman(predictions, returns), 1 - squares / Variance(targets));
        return targets.ContainsAnyExcept(0.0, 1.0) ? scores : scores.WithClasses(predictions, targets);
    }

    /// <summary>One of the scores.</summary>
    public double Get(ScoreKind kind) => kind switch
    {
        ScoreKind.Auc => Auc,
        ScoreKind.LogLoss => LogLoss,
        ScoreKind.Brier => Brier,
        ScoreKind.Mcc => Mcc,
        ScoreKind.InformationCoefficient => InformationCoefficient,
        ScoreKind.Skill => Skill,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such score."),
    };

    private static double Variance(ReadOnlySpan<double> values)
    {
        double mean = ClassificationMetrics.Mean(values), squares = 0;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        return squares / values.Length is > 0 and double variance ? variance : double.NaN;
    }

    private Scores WithClasses(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets)
    {
        double rate = ClassificationMetrics.Mean(targets);
        return this with
        {
            Auc = ClassificationMetrics.Auc(probabilities, targets),
            LogLoss = ClassificationMetrics.LogLoss(probabilities, targets),
            Accuracy = ClassificationMetrics.Accuracy(probabilities, targets),
            Mcc = ClassificationMetrics.Mcc(probabilities, targets),
            BaseRate = rate,
            BaseLogLoss = ClassificationMetrics.Entropy(rate),
        };
    }
}

/// <summary>One of the <see cref="Scores"/>, to choose by.</summary>
public enum ScoreKind
{
    /// <summary>Larger is better.</summary>
    Auc,

    /// <summary>Smaller is better.</summary>
    LogLoss,

    /// <summary>Smaller is better.</summary>
    Brier,

    /// <summary>Larger is better.</summary>
    Mcc,

    /// <summary>Larger is better.</summary>
    InformationCoefficient,

    /// <summary>Larger is better.</summary>
    Skill,
}
