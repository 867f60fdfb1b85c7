namespace TradeBot.Learning;

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
