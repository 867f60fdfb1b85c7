namespace TradeBot.Strategies;

/// <summary>A function call on series, such as the highest value of a window.</summary>
public sealed class CallSeries : Series
{
    internal CallSeries(Function function, IReadOnlyList<Expression> arguments) => (Function, Arguments) = (function, arguments);

    /// <summary>The function's name.</summary>
    public string Name => Function.Name;

    /// <summary>The arguments, in the order of the parameters.</summary>
    public IReadOnlyList<Expression> Arguments { get; }

    /// <summary>The expression that the call expands to; null when it is computed directly.</summary>
    public Series? Expansion => (Series?)Function.Expansion?.Invoke(new FunctionArguments(Arguments));

    internal Function Function { get; }

    internal override Precedence Precedence => Precedence.Whole;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => Arguments;

    private protected override string Write() =>
        $"{Name}({List(Function.Implied is { } implied && Arguments.Count > 1 && implied.Equals(Arguments[0]) ? Arguments.Skip(1) : Arguments)})";
}

/// <summary>A named signal, such as a breakout or a session filter.</summary>
public sealed class CallCondition : Condition
{
    internal CallCondition(Function function, IReadOnlyList<Expression> arguments) => (Function, Arguments) = (function, arguments);

    /// <summary>The signal's name.</summary>
    public string Name => Function.Name;

    /// <summary>The arguments, in the order of the parameters.</summary>
    public IReadOnlyList<Expression> Arguments { get; }

    /// <summary>The expression that the call expands to; null when it is computed directly.</summary>
    public Condition? Expansion => (Condition?)Function.Expansion?.Invoke(new FunctionArguments(Arguments));

    internal Function Function { get; }

    internal override Precedence Precedence => Precedence.Whole;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Parts => Arguments;

    private protected override string Write() => $"{Name}({List(Arguments)})";
}
