namespace TradeBot.Learning;

/// <summary>The target type of a network.</summary>
public enum NetworkObjective
{
    /// <summary>Classification when the targets are 0 and 1, otherwise regression.</summary>
    Automatic,

    /// <summary>The probability that the target is 1: log loss.</summary>
    Binary,

    /// <summary>The mean of the target: squared error.</summary>
    Regression,

    /// <summary>The probability of each of the classes 0, 1, 2, …: cross entropy.</summary>
    Multiclass,
}
