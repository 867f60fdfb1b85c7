using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Functions that give a number.</summary>
internal static class NumberFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        Of("abs", "the absolute value of x", Math.Abs),
        Of("sign", "1, 0 or -1 when x is above, at or below 0", x => double.IsNaN(x) ? x : Math.Sign(x)),
        Of("sqrt", "the square root of x; unknown below 0", Math.Sqrt),
        Of("log", "the natural logarithm of x; unknown at or below 0", x => x > 0 ? Math.Log(x) : double.NaN),
        Of("min", "the smaller of a and b", Math.Min),
        Of("max", "the greater of a and b", Math.Max),
        Function.Number("clamp", "x, limited to the range from low to high",
            [Series("x"), Series("low"), Series("high")], a => FunctionTable.Series("min", FunctionTable.Series("max", a.Series(0), a.Series(1)), a.Series(2))),
        Function.Number("change", "x minus x n candles ago", [Series("x"), Count("n")], a => a.Series(0) - a.Series(0)[a.Int(1)]),
        Function.Number("change_rate", "x divided by x n candles ago, minus 1", [Series("x"), Count("n")], a => (a.Series(0) / a.Series(0)[a.Int(1)]) - 1),
        new()
        {
            Name = "return", Summary = "x divided by x n candles ago, minus 1; x defaults to the close", IsCondition = false, Parameters = [Series("x"), Count("n")],
            Implied = new PriceSeries(PriceField.Close),
            Expansion = a => (a.Series(0) / a.Series(0)[a.Int(1)]) - 1,
        },
        Function.Number("volatility", "the standard deviation of the last n one-candle returns of the close, dividing by n",
            [Count("n")], a => new IndicatorSeries("stddev", [FunctionTable.Series("return", new PriceSeries(PriceField.Close), (Series)1)], [a.Int(0)])),
        Function.Number("rank_share", "the rank of x among its last n values as a fraction, (rank - 1/2) / n; ties share their average rank",
            [Series("x"), Count("n")], a => (new IndicatorSeries("rank", [a.Series(0)], [a.Int(1)]) - 0.5) / a.Int(1)),
        new KernelFunction()
        {
            Name = "expanding_zscore", Summary = "the expanding z-score: distance of x from the mean of all its values so far, in their standard deviations", IsCondition = false, Parameters = [Series("x")],
            Kernel = o => new ExpandingZScoreNode(o.Series(0)),
        },
        Cycle("sin", "the sine of the position in a cycle", Math.Sin),
        Cycle("cos", "the cosine of the position in a cycle", Math.Cos),
        new KernelFunction()
        {
            Name = "candles_since", Summary = "candles since the condition was last true; unknown before that", IsCondition = false,
            Parameters = [Condition("condition")],
            Kernel = o => new SinceNode(o.Condition(0)),
        },
        new KernelFunction()
        {
            Name = "value_when", Summary = "the value of x when the condition was last true; unknown before that", IsCondition = false,
            Parameters = [Condition("condition"), Series("x")],
            Kernel = o => new CaptureNode(o.Condition(0), o.Series(1)),
        },
        OpeningRange("opening_high", "the highest price of the session's first minutes, once they are over", high: true),
        OpeningRange("opening_low", "the lowest price of the session's first minutes, once they are over", high: false),
    ];

    private static Function Of(string name, string summary, Func<double, double> function) => new KernelFunction()
    {
        Name = name, Summary = summary, IsCondition = false, Parameters = [Series("x")],
        Kernel = o => new FunctionNode(function, o.Series(0)),
    };

    private static Function Of(string name, string summary, Func<double, double, double> function) => new KernelFunction()
    {
        Name = name, Summary = summary, IsCondition = false, Parameters = [Series("a"), Series("b")],
        Kernel = o => new PairNode(function, o.Series(0), o.Series(1)),
    };

    private static Function Cycle(string name, string summary, Func<double, double> function) => new KernelFunction()
    {
        Name = name, Summary = summary, IsCondition = false, Parameters = [new FunctionParameter("cycle", ParameterKind.Cycle)],
        Kernel = o =>
        {
            double period = ((CalendarSeries)o.Arguments.Series(0)).Period;
            return new FunctionNode(value => function(value / period * Math.Tau), o.Series(0));
        },
    };

    private static Function OpeningRange(string name, string summary, bool high) => new KernelFunction()
    {
        Name = name, Summary = summary, IsCondition = false,
        Parameters = [new FunctionParameter("start", ParameterKind.Time), new FunctionParameter("minutes", ParameterKind.Count, 1, 1440)],
        Kernel = o => new OpeningRangeNode(o.Feed, o.Arguments.Time(0), o.Arguments.Int(1) * 60_000L, high),
    };
}
