using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Functions that give a number.</summary>
internal static class NumberFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        Of("abs", "the size of x, without its sign", Math.Abs),
        Of("sign", "1, 0 or -1 as x is above, at or below 0", x => double.IsNaN(x) ? x : Math.Sign(x)),
        Of("sqrt", "the square root of x; unknown below 0", Math.Sqrt),
        Of("log", "the natural logarithm of x; unknown at and below 0", x => x > 0 ? Math.Log(x) : double.NaN),
        Of("min", "the lesser of a and b", Math.Min),
        Of("max", "the greater of a and b", Math.Max),
        new()
        {
            Name = "clamp", Summary = "x, but no less than low and no more than high", IsCondition = false,
            Parameters = [Series("x"), Series("low"), Series("high")],
            Expansion = a => Function.Series("min", Function.Series("max", a.Series(0), a.Series(1)), a.Series(2)),
        },
        new()
        {
            Name = "change", Summary = "x less x of n candles ago", IsCondition = false, Parameters = [Series("x"), Count("n")],
            Expansion = a => a.Series(0) - a.Series(0)[a.Int(1)],
        },
        new()
        {
            Name = "change_rate", Summary = "x over x of n candles ago, less 1", IsCondition = false, Parameters = [Series("x"), Count("n")],
            Expansion = a => (a.Series(0) / a.Series(0)[a.Int(1)]) - 1,
        },
        new()
        {
            Name = "candles_since", Summary = "candles since the condition was last true; unknown before it ever was", IsCondition = false,
            Parameters = [Condition("condition")],
            Kernel = o => new SinceNode(o.Condition(0)),
        },
        new()
        {
            Name = "value_when", Summary = "x as it was when the condition was last true; unknown before it ever was", IsCondition = false,
            Parameters = [Condition("condition"), Series("x")],
            Kernel = o => new CaptureNode(o.Condition(0), o.Series(1)),
        },
        OpeningRange("opening_high", "the highest price of the session's first minutes, once they are over", high: true),
        OpeningRange("opening_low", "the lowest price of the session's first minutes, once they are over", high: false),
    ];

    private static Function Of(string name, string summary, Func<double, double> function) => new()
    {
        Name = name, Summary = summary, IsCondition = false, Parameters = [Series("x")],
        Kernel = o => new FunctionNode(function, o.Series(0)),
    };

    private static Function Of(string name, string summary, Func<double, double, double> function) => new()
    {
        Name = name, Summary = summary, IsCondition = false, Parameters = [Series("a"), Series("b")],
        Kernel = o => new PairNode(function, o.Series(0), o.Series(1)),
    };

    private static Function OpeningRange(string name, string summary, bool high) => new()
    {
        Name = name, Summary = summary, IsCondition = false,
        Parameters = [new FunctionParameter("start", ParameterKind.Time), new FunctionParameter("minutes", ParameterKind.Count, 1, 1440)],
        Kernel = o => new OpeningRangeNode(o.Feed, o.Arguments.Time(0), o.Arguments.Int(1) * 60_000L, high),
    };
}
