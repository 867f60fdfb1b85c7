namespace TradeBot.Strategies;

/// <summary>A function of series, such as the highest value of a window.</summary>
public sealed class CallSeries : Series
{
    internal CallSeries(Function function, IReadOnlyList<Expression> arguments) => (Function, Arguments) = (function, arguments);

    /// <summary>The function's name.</summary>
    public string Name => Function.Name;

    /// <summary>What it is called with, in the order of its parameters.</summary>
    public IReadOnlyList<Expression> Arguments { get; }

    internal Function Function { get; }

    internal override Precedence Precedence => Precedence.Whole;

    internal override IEnumerable<Expression> Parts => Arguments;

    private protected override string Write() => $"{Name}({List(Arguments)})";
}
