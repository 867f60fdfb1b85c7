using static TradeBot.Strategies.FunctionParameter;

namespace TradeBot.Strategies;

/// <summary>Regime signals: trend, range, high and low volatility.</summary>
internal static class RegimeSignals
{
    private static readonly Series Close = new PriceSeries(PriceField.Close);

    public static IReadOnlyList<Function> All { get; } =
    [
        Function.Signal("trending", "the ADX of that period is at or above the threshold; 25 is usual",
            [Count("period"), Number("threshold", 0, 100)], a => Adx(a) >= a.Number(1)),
        Function.Signal("ranging", "the ADX of that period is below the threshold; 20 is usual",
            [Count("period"), Number("threshold", 0, 100)], a => Adx(a) < a.Number(1)),
        Function.Signal("efficient", "Kaufman's efficiency ratio over n candles, net move divided by path length, is at least the share",
            [Count("n"), Number("share", 0, 1)], a => new IndicatorSeries("er", [], [a.Int(0)]) >= a.Number(1)),
        Volatility("volatile", "the ATR of that period, as a fraction of the close, is above this multiple of its mean over n candles", above: true),
        Volatility("quiet", "the ATR of that period, as a fraction of the close, is below this multiple of its mean over n candles", above: false),
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
