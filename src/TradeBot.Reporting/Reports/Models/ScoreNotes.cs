using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>The reasons why a score is n/a.</summary>
internal static class ScoreNotes
{
    /// <summary>AUC needs both classes.</summary>
    public const string Auc = "needs test rows of both classes, 0 and 1";

    /// <summary>Scores of probabilities.</summary>
    public const string Classes = "needs a target of 0 and 1";

    /// <summary>The correlation of ranks.</summary>
    public const string Correlation = "the predictions or the returns do not vary";

    /// <summary>Scores against a constant prediction.</summary>
    public const string Variation = "the target or the predictions do not vary";

    /// <summary>The reason why one score is n/a, or another note.</summary>
    public static string Of(double score, string reason, string otherwise) => double.IsNaN(score) ? reason : otherwise;

    /// <summary>The reason for a kind of score.</summary>
    public static string Of(ScoreKind kind) => kind switch
    {
        ScoreKind.Auc => Auc,
        ScoreKind.InformationCoefficient => Correlation,
        ScoreKind.LogLoss => Classes,
        _ => Variation,
    };
}
