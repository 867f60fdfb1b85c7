using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>A condition over a window of candles.</summary>
internal static class OverTime
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new KernelFunction()
        {
            Name = "within", Summary = "the condition was true at one or more of the last n candles, including the current one", IsCondition = true,
            Parameters = [Condition("condition"), Count("n")],
            Kernel = o => new WithinNode(o.Condition(0), o.Arguments.Int(1)),
        },
        Function.Signal("held", "the condition was true at each of the last n candles, including the current one",
            [Condition("condition"), Count("n")], a => !FunctionTable.Condition("within", !a.Condition(0), a.Series(1))),
        new KernelFunction()
        {
            Name = "times", Summary = "the condition was true at k or more of the last n candles, including the current one", IsCondition = true,
            Parameters = [Condition("condition"), Count("k"), Count("n")],
            Kernel = o => new TimesNode(o.Condition(0), o.Arguments.Int(1), o.Arguments.Int(2)),
        },
        new KernelFunction()
        {
            Name = "becomes", Summary = "the condition is true now and was false one candle ago", IsCondition = true,
            Parameters = [Condition("condition")],
            Kernel = o => new BecomesNode(o.Condition(0)),
        },
        new KernelFunction()
        {
            Name = "ago", Summary = "the condition n candles ago", IsCondition = true,
            Parameters = [Condition("condition"), Count("n")],
            Kernel = o => new ShiftNode(o.Condition(0), o.Arguments.Int(1)),
        },
    ];
}
