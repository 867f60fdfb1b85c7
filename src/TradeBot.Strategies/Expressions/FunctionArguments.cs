namespace TradeBot.Strategies;

/// <summary>The arguments of a call, already checked.</summary>
internal readonly struct FunctionArguments(IReadOnlyList<Expression> arguments)
{
    public int Count => arguments.Count;

    public Series Series(int index) => (Series)arguments[index];

    public Condition Condition(int index) => (Condition)arguments[index];

    public double Number(int index) => ((ConstantSeries)arguments[index]).Value.Value;

    public int Int(int index) => (int)Number(index);

    public string Word(int index) => ((WordExpression)arguments[index]).Word;

    public long Time(int index) => TimeOfDay.TryParse(Word(index), out long milliseconds)
        ? milliseconds
        : throw new FormatException($"'{Word(index)}' is not a time of day.");

    public DayOfWeek Weekday(int index) => Weekdays.TryParse(Word(index), out DayOfWeek day)
        ? day
        : throw new FormatException($"'{Word(index)}' is not a day of the week.");
}
