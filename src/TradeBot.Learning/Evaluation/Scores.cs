using TradeBot.Statistics;

namespace TradeBot.Learning;

/// <summary>Scores of predicted probabilities or numbers against the observed targets.</summary>
/// <param name="Rows">Number of predictions.</param>
/// <param name="Auc">Probability that a row of target 1 is ranked above one of target 0, in [0, 1]; 0.5 is random.</param>
/// <param name="LogLoss">Mean negative log likelihood, in nats; probabilities are clamped to 2⁻⁵² from 0 and 1.</param>
/// <param name="Brier">Mean squared error of the predictions; in [0, 1] for a probability.</param>
/// <param name="Accuracy">Fraction of rows whose predicted class was observed, in [0, 1]; a probability of 0.5 counts as class 0.</param>
/// <param name="Mcc">Matthews correlation coefficient of predicted and observed class, in [−1, 1]; 0 is random.</param>
/// <param name="BaseRate">Share of rows with target 1.</param>
/// <param name="BaseLogLoss">Log loss of always predicting the base rate: the baseline to beat.</param>
/// <param name="InformationCoefficient">Spearman's rank correlation between prediction and return, in [−1, 1].</param>
/// <param name="Skill">Skill score: 1 − mean squared error over that of always predicting the mean target. 1 is perfect, 0 no better than the mean, below 0 worse.</param>
/// <remarks>
/// NaN where undefined: AUC when only one class was observed, correlations when either side does not vary; where a target is neither 0 nor 1,
/// all but Brier, information coefficient and skill.
/// </remarks>
[TypeFormatterSource]
public sealed record Scores(
    int Rows, double Auc, double LogLoss, double Brier, double Accuracy, double Mcc, double BaseRate, double BaseLogLoss, double InformationCoefficient, double Skill)
{
    /// <summary>Scores without any prediction: all NaN.</summary>
    internal static Scores None { get; } = new(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Scores of predictions.</summary>
    /// <param name="predictions">At least one; a probability in [0, 1] where the targets are classes.</param>
    /// <param name="targets">The observed targets, one per prediction: 0 or 1, or numbers.</param>
    /// <param name="returns">Return of a long position, one per prediction.</param>
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

/// <summary>One of the <see cref="Scores"/>, to rank by.</summary>
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
