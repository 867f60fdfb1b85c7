namespace TradeBot.Strategies;

/// <summary>Something that can be called by name in an expression: what it takes, what it means.</summary>
/// <remarks>
/// The meaning is either an expansion, an expression made of other ones, or the kernel of a <see cref="KernelFunction"/>.
/// The last <see cref="Repeats"/> parameters may come again and again.
/// </remarks>
internal class Function
{
    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<FunctionParameter> Parameters { get; init; }

    /// <summary>What stands for the first parameter when it is left out; null when it cannot be.</summary>
    public Series? Implied { get; init; }

    public required bool IsCondition { get; init; }

    public int Repeats { get; init; }

    /// <summary>How often the repeating parameters must come at least.</summary>
    public int LeastRepeats { get; init; } = 1;

    public Func<FunctionArguments, Expression>? Expansion { get; init; }

    /// <summary>A condition made of other expressions.</summary>
    public static Function Signal(string name, string summary, IReadOnlyList<FunctionParameter> parameters, Func<FunctionArguments, Expression> expansion) =>
        new() { Name = name, Summary = summary, IsCondition = true, Parameters = parameters, Expansion = expansion };

    /// <summary>A number made of other expressions.</summary>
    public static Function Number(string name, string summary, IReadOnlyList<FunctionParameter> parameters, Func<FunctionArguments, Expression> expansion) =>
        new() { Name = name, Summary = summary, IsCondition = false, Parameters = parameters, Expansion = expansion };

    /// <summary>How it is called, such as <c>rising(x, candles)</c>.</summary>
    public string Signature =>
        $"{Name}({string.Join(", ", Parameters.Select(p => p.Name))}{(Repeats > 0 ? ", ..." : "")})";

    /// <summary>The call of this function.</summary>
    public Expression Call(IReadOnlyList<Expression> arguments)
    {
        if (Implied is not null && arguments.Count == Parameters.Count - 1)
            arguments = [Implied, .. arguments];
        return IsCondition ? new CallCondition(this, arguments) : new CallSeries(this, arguments);
    }

    /// <summary>The parameter that an argument stands for; null when there are too many arguments.</summary>
    public FunctionParameter? ParameterAt(int index)
    {
        if (index < Parameters.Count)
            return Parameters[index];
        return Repeats == 0 ? null : Parameters[Parameters.Count - Repeats + ((index - Parameters.Count) % Repeats)];
    }

    /// <summary>What is wrong with the number of arguments; null when it is accepted.</summary>
    public string? CountFault(int count)
    {
        int least = Parameters.Count + (Repeats * (LeastRepeats - 1));
        bool accepted = Repeats == 0 ? count == least : count >= least && (count - least) % Repeats == 0;
        return accepted ? null : $"{Signature} takes {(Repeats == 0 ? "" : "at least ")}{least} argument{(least == 1 ? "" : "s")}, got {count}";
    }
}
