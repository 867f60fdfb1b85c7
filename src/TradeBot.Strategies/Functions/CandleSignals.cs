using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Signals from candle shapes and volume.</summary>
internal static class CandleSignals
{
    private static readonly Series Open = new PriceSeries(PriceField.Open);
    private static readonly Series High = new PriceSeries(PriceField.High);
    private static readonly Series Low = new PriceSeries(PriceField.Low);
    private static readonly Series Close = new PriceSeries(PriceField.Close);
    private static readonly Series Volume = new PriceSeries(PriceField.Volume);

    public static IReadOnlyList<Function> All { get; } =
    [
        Shape("inside_candle", "the candle's range is inside that of the previous candle", High <= High[1] & Low >= Low[1]),
        Shape("outside_candle", "the candle's range contains that of the previous candle", High > High[1] & Low < Low[1]),
        Shape("up_candle", "the candle closes above its open", Close > Open),
        Shape("down_candle", "the candle closes below its open", Close < Open),
        Fraction("gaps_up", "the candle opens above the previous high by the fraction or more: 0.01 is 1 %", f => Open >= (1 + f) * High[1]),
        Fraction("gaps_down", "the candle opens below the previous low by the fraction or more: 0.01 is 1 %", f => Open <= (1 - f) * Low[1]),
        Count1("higher_highs", "each of the last n candles has a higher high than the previous one", n => FunctionTable.Condition("held", High > High[1], n)),
        Count1("lower_lows", "each of the last n candles has a lower low than the previous one", n => FunctionTable.Condition("held", Low < Low[1], n)),
        Function.Signal("volume_spike", "volume is at least this multiple of the mean of the n candles before",
            [Number("times", 0), Count("n")], a => Volume >= a.Number(0) * new IndicatorSeries("sma", [Volume], [a.Int(1)])[1]),
    ];

    private static Function Shape(string name, string summary, Condition meaning) => Function.Signal(name, summary, [], _ => meaning);

    private static Function Fraction(string name, string summary, Func<double, Condition> meaning) =>
        Function.Signal(name, summary, [Number("fraction", 0)], a => meaning(a.Number(0)));

    private static Function Count1(string name, string summary, Func<Series, Condition> meaning) =>
        Function.Signal(name, summary, [Count("n")], a => meaning(a.Series(0)));
}
