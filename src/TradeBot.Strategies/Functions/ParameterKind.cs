namespace TradeBot.Strategies;

/// <summary>What a function accepts in one place.</summary>
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
