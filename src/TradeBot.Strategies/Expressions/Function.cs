namespace TradeBot.Strategies;

/// <summary>A function that expressions can call by name: its parameters and its meaning.</summary>
/// <remarks>
/// It is implemented either by expansion into other expressions, or by the kernel of a <see cref="KernelFunction"/>.
/// The last <see cref="Repeats"/> parameters may repeat.
/// </remarks>
internal class Function
{
    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<FunctionParameter> Parameters { get; init; }

    /// <summary>The default of the first parameter when it is omitted; null when it cannot be omitted.</summary>
    public Series? Implied { get; init; }

    public required bool IsCondition { get; init; }

    public int Repeats { get; init; }

    /// <summary>Minimum number of repetitions.</summary>
    public int LeastRepeats { get; init; } = 1;

    public Func<FunctionArguments, Expression>? Expansion { get; init; }

    /// <summary>A condition that expands to other expressions.</summary>
    public static Function Signal(string name, string summary, IReadOnlyList<FunctionParameter> parameters, Func<FunctionArguments, Expression> expansion) =>
        new() { Name = name, Summary = summary, IsCondition = true, Parameters = parameters, Expansion = expansion };

    /// <summary>A number that expands to other expressions.</summary>
    public static Function Number(string name, string summary, IReadOnlyList<FunctionParameter> parameters, Func<FunctionArguments, Expression> expansion) =>
        new() { Name = name, Summary = summary, IsCondition = false, Parameters = parameters, Expansion = expansion };

    /// <summary>Its signature, such as <c>rising(x, candles)</c>.</summary>
    public string Signature =>
        $"{Name}({string.Join(", ", Parameters.Select(p => p.Name))}{(Repeats > 0 ? ", ..." : "")})";

    /// <summary>The call of this function.</summary>
    public Expression Call(IReadOnlyList<Expression> arguments)
    {
        if (Implied is not null && arguments.Count == Parameters.Count - 1)
            arguments = [Implied, .. arguments];
        return IsCondition ? new CallCondition(this, arguments) : new CallSeries(this, arguments);
    }

    /// <summary>The parameter of an argument; null when there are too many arguments.</summary>
    public FunctionParameter? ParameterAt(int index)
    {
        if (index < Parameters.Count)
            return Parameters[index];
        return Repeats == 0 ? null : Parameters[Parameters.Count - Repeats + ((index - Parameters.Count) % Repeats)];
    }

    /// <summary>The fault in the number of arguments; null when it is accepted.</summary>
    public string? CountFault(int count)
    {
        int least = Parameters.Count + (Repeats * (LeastRepeats - 1));
        bool accepted = Repeats == 0 ? count == least : count >= least && (count - least) % Repeats == 0;
        return accepted ? null : $"{Signature} takes {(Repeats == 0 ? "" : "at least ")}{least} argument{(least == 1 ? "" : "s")}, got {count}";
    }
}
