namespace TradeBot.Strategies;

/// <summary>A strategy has faults; all of them are told together.</summary>
public sealed class StrategyException : ArgumentException
{
    /// <param name="name">The strategy or document.</param>
    /// <param name="faults">At least one.</param>
    public StrategyException(string name, IReadOnlyList<StrategyFault> faults)
        : base(Describe(name, faults)) => Faults = faults;

    /// <summary>What is wrong, in the order of the strategy's parts.</summary>
    public IReadOnlyList<StrategyFault> Faults { get; }

    private static string Describe(string name, IReadOnlyList<StrategyFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        string head = $"{name} has {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}:";
        return string.Join("\n", faults.Select(f => $"  {f}").Prepend(head));
    }
}
