namespace TradeBot.Learning;

/// <summary>What a network is to foretell.</summary>
public enum NetworkObjective
{
    /// <summary>A probability where the targets are 0 and 1, otherwise the mean.</summary>
    Automatic,

    /// <summary>The probability that the target is 1: log loss.</summary>
    Binary,

    /// <summary>The mean of the target: squared error.</summary>
    Regression,

    /// <summary>The probability of each of the classes 0, 1, 2, …: cross entropy.</summary>
    Multiclass,
}
