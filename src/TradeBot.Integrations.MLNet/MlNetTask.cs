namespace TradeBot.Integrations.MLNet;

/// <summary>What a pipeline of ML.NET predicts.</summary>
public enum MlNetTask
{
    /// <summary>The probability of the target 1; targets are 0 and 1, <c>Label</c> is a bool.</summary>
    Binary,

    /// <summary>The target itself, any finite number; <c>Label</c> is a float.</summary>
    Regression,

    /// <summary>The probability of each of a few numbers, such as −1, 0 and 1 of a triple barrier; <c>Label</c> is a key that counts them from the lowest.</summary>
    Multiclass,
}
