namespace TradeBot.Strategies;

/// <summary>A strategy has faults; all of them are listed.</summary>
public sealed class StrategyException : ArgumentException
{
    /// <param name="name">The strategy or document.</param>
    /// <param name="faults">At least one.</param>
    public StrategyException(string name, IReadOnlyList<StrategyFault> faults)
        : base(Describe(name, faults)) => Faults = faults;

    /// <summary>The faults, in the order of the strategy's parts.</summary>
    public IReadOnlyList<StrategyFault> Faults { get; }

    private static string Describe(string name, IReadOnlyList<StrategyFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        string head = $"{name} has {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}:";
        return string.Join("\n", faults.Select(f => $"  {f}").Prepend(head));
    }
}

/// <summary>A fault in a strategy.</summary>
/// <param name="Place">The part with the fault, such as <c>long when</c>.</param>
/// <param name="Message">The fault, and what is accepted.</param>
/// <param name="Line">Line in the document, from 1; 0 when the strategy was not read from one.</param>
/// <param name="Column">Column in that line, from 1.</param>
public readonly record struct StrategyFault(string Place, string Message, int Line = 0, int Column = 0)
{
    /// <summary>True for a warning: the strategy can run, but for example a condition can never be true.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Such as <c>line 4, column 9, long when: unknown name 'rsii'; the nearest is 'rsi'</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{(Line > 0 ? $"line {Line}, column {Column}, " : "")}{Place}: {Message}");
}
