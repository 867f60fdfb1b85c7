using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Signals of the market's state: trend, range, high and low volatility.</summary>
internal static class RegimeSignals
{
    private static readonly Series Close = new PriceSeries(PriceField.Close);

    public static IReadOnlyList<Function> All { get; } =
    [
        Function.Signal("trending", "the ADX of that period is at the threshold or above; 25 is usual",
            [Count("period"), Number("threshold", 0, 100)], a => Adx(a) >= a.Number(1)),
        Function.Signal("ranging", "the ADX of that period is below the threshold; 20 is usual",
            [Count("period"), Number("threshold", 0, 100)], a => Adx(a) < a.Number(1)),
        Function.Signal("efficient", "the net move of n candles is the share or more of the path that led there (Kaufman's efficiency ratio)",
            [Count("n"), Number("share", 0, 1)], a => new IndicatorSeries("er", [], [a.Int(0)]) >= a.Number(1)),
        Volatility("volatile", "the ATR of that period, as a fraction of the close, is above so many times its own mean of n candles", above: true),
        Volatility("quiet", "the ATR of that period, as a fraction of the close, is below so many times its own mean of n candles", above: false),
    ];

    private static IndicatorSeries Adx(FunctionArguments arguments) => new("adx", [], [arguments.Int(0)]);

    private static Function Volatility(string name, string summary, bool above) => new()
    {
        Name = name, Summary = summary, IsCondition = true,
        Parameters = [Count("period"), Count("n"), Number("times", 0)],
        Expansion = a =>
        {
            Series relative = new IndicatorSeries("atr", [], [a.Int(0)]) / Close;
            Series usual = a.Number(2) * new IndicatorSeries("sma", [relative], [a.Int(1)]);
            return above ? relative > usual : relative < usual;
        },
    };
}
