namespace TradeBot.Strategies;

/// <summary>A parameter of a function.</summary>
internal sealed record FunctionParameter(string Name, ParameterKind Kind, double Min = double.NegativeInfinity, double Max = double.PositiveInfinity)
{
    private const int LongestWindow = 100_000;

    public static FunctionParameter Series(string name) => new(name, ParameterKind.Series);

    public static FunctionParameter Condition(string name) => new(name, ParameterKind.Condition);

    public static FunctionParameter Count(string name, int min = 1) => new(name, ParameterKind.Count, min, LongestWindow);

    public static FunctionParameter Number(string name, double min = double.NegativeInfinity, double max = double.PositiveInfinity) =>
        new(name, ParameterKind.Number, min, max);

    /// <summary>The fault of an argument; null when it is accepted.</summary>
    public string? Fault(Expression argument) => Kind switch
    {
        ParameterKind.Series => argument is Series ? null : Wrong(argument, "a number at each candle, such as close"),
        ParameterKind.Condition => argument is Condition ? null : Wrong(argument, "a condition, such as close > open"),
        ParameterKind.Time => argument is WordExpression word && TimeOfDay.TryParse(word.Word, out _) ? null : Wrong(argument, "a time of day, such as 09:30"),
        ParameterKind.Weekday => argument is WordExpression day && Weekdays.TryParse(day.Word, out _) ? null : Wrong(argument, "a day of the week, such as monday"),
        ParameterKind.Cycle => argument is CalendarSeries ? null : Wrong(argument, "a calendar cycle: hour, weekday, monthday, month or fundinghour"),
        _ => argument is ConstantSeries constant ? NumberFault(constant.Value) : Wrong(argument, "a number"),
    };

    private string? NumberFault(Argument argument)
    {
        double value = argument.Value;
        bool whole = Kind == ParameterKind.Count;
        bool accepted = value >= Min && value <= Max && (!whole || Math.Floor(value) == value);
        return accepted ? null : FormattableString.Invariant($"{Name} must be a {(whole ? "whole " : "")}number {Range()}, got {value:R}");
    }

    private string Range() => (double.IsFinite(Min), double.IsFinite(Max)) switch
    {
        (true, true) => FormattableString.Invariant($"in [{Min:R}, {Max:R}]"),
        (true, false) => FormattableString.Invariant($"of at least {Min:R}"),
        (false, true) => FormattableString.Invariant($"of at most {Max:R}"),
        _ => "",
    };

    private string Wrong(Expression argument, string expected) => $"{Name} must be {expected}, got '{argument}'";
}

/// <summary>The kind of argument that a parameter accepts.</summary>
internal enum ParameterKind
{
    Series,
    Condition,
    Number,
    Count,
    Time,
    Weekday,
    Cycle,
}
