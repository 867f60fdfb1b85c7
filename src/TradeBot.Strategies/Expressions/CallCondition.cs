namespace TradeBot.Strategies;

/// <summary>A signal by name, such as a breakout or a session filter.</summary>
public sealed class CallCondition : Condition
{
    internal CallCondition(Function function, IReadOnlyList<Expression> arguments) => (Function, Arguments) = (function, arguments);

    /// <summary>The signal's name.</summary>
    public string Name => Function.Name;

    /// <summary>What it is called with, in the order of its parameters.</summary>
    public IReadOnlyList<Expression> Arguments { get; }

    internal Function Function { get; }

    internal override Precedence Precedence => Precedence.Whole;

    internal override IEnumerable<Expression> Parts => Arguments;

    private protected override string Write() => $"{Name}({List(Arguments)})";
}
