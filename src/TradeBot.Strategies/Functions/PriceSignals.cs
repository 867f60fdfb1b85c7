using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Signals of one series: bands, breakouts, slopes, turns, divergences.</summary>
internal static class PriceSignals
{
    public static IReadOnlyList<Function> All { get; } =
    [
        Band("between", "x is between low and high, inclusive", (x, low, high) => x >= low & x <= high),
        Band("outside", "x is below low or above high", (x, low, high) => x < low | x > high),
        Band("enters", "x is between low and high now and was not one candle ago", (x, low, high) =>
            FunctionTable.Condition("becomes", FunctionTable.Condition("between", x, low, high))),
        Band("leaves", "x is outside low and high now and was not one candle ago", (x, low, high) =>
            FunctionTable.Condition("becomes", FunctionTable.Condition("outside", x, low, high))),
        Window("breaks_above", "x is above its highest value of the previous n candles", (x, n) => x > new IndicatorSeries("highest", [x], [n.Value])[1]),
        Window("breaks_below", "x is below its lowest value of the previous n candles", (x, n) => x < new IndicatorSeries("lowest", [x], [n.Value])[1]),
        Window("rising", "x rose at each of the last n candles", (x, n) => FunctionTable.Condition("held", x > x[1], n)),
        Window("falling", "x fell at each of the last n candles", (x, n) => FunctionTable.Condition("held", x < x[1], n)),
        Window("slopes_up", "the least-squares line through the last n values of x rises", (x, n) => new IndicatorSeries("linreg", [x], [n.Value], "slope") > 0, least: 2),
        Window("slopes_down", "the least-squares line through the last n values of x falls", (x, n) => new IndicatorSeries("linreg", [x], [n.Value], "slope") < 0, least: 2),
        Turn("turns_up", "x rises now, and fell one candle ago", x => x > x[1] & x[1] < x[2]),
        Turn("turns_down", "x falls now, and rose one candle ago", x => x < x[1] & x[1] > x[2]),
        Move("moves_up", "x is above its value n candles ago by the fraction or more: 0.02 is 2 %", (x, fraction, n) => x >= (1 + fraction) * x[n]),
        Move("moves_down", "x is below its value n candles ago by the fraction or more: 0.02 is 2 %", (x, fraction, n) => x <= (1 - fraction) * x[n]),
        Divergence("bullish_divergence", "price makes a lower swing low, the oscillator a higher one", sign: 1, hidden: false),
        Divergence("bearish_divergence", "price makes a higher swing high, the oscillator a lower one", sign: -1, hidden: false),
        Divergence("hidden_bullish_divergence", "price makes a higher swing low, the oscillator a lower one", sign: 1, hidden: true),
        Divergence("hidden_bearish_divergence", "price makes a lower swing high, the oscillator a higher one", sign: -1, hidden: true),
    ];

    private static Function Band(string name, string summary, Func<Series, Series, Series, Condition> meaning) =>
        Function.Signal(name, summary, [Series("x"), Series("low"), Series("high")], a => meaning(a.Series(0), a.Series(1), a.Series(2)));

    private static Function Window(string name, string summary, Func<Series, ConstantSeries, Condition> meaning, int least = 1) =>
        Function.Signal(name, summary, [Series("x"), Count("n", least)], a => meaning(a.Series(0), (ConstantSeries)a.Series(1)));

    private static Function Turn(string name, string summary, Func<Series, Condition> meaning) =>
        Function.Signal(name, summary, [Series("x")], a => meaning(a.Series(0)));

    private static Function Move(string name, string summary, Func<Series, double, int, Condition> meaning) =>
        Function.Signal(name, summary, [Series("x"), Number("fraction", 0), Count("n")], a => meaning(a.Series(0), a.Number(1), a.Int(2)));

    private static Function Divergence(string name, string summary, double sign, bool hidden) => new KernelFunction()
    {
        Name = name,
        Summary = summary + "; known strength candles after the second swing, when the swings are at most within candles apart",
        IsCondition = true,
        Parameters = [Series("price"), Series("oscillator"), Count("candles"), Count("within")],
        Kernel = o => new DivergenceNode(o.Series(0), o.Series(1), o.Arguments.Int(2), o.Arguments.Int(3), sign, hidden),
    };
}
