using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Formulas;

/// <summary>Holds indicators against plain formulas over a thousand generated candles.</summary>
public abstract class FormulaTest
{
    private static readonly CandleSeries Candles = MarketGenerator.Single(1000, seed: 21);

    protected static double[] Open { get; } = Candles.Open.ToArray();

    protected static double[] High { get; } = Candles.High.ToArray();

    protected static double[] Low { get; } = Candles.Low.ToArray();

    protected static double[] Close { get; } = Candles.Close.ToArray();

    protected static double[] Middle { get; } = Columns.Map(High, Low, (h, l) => (h + l) / 2);

    protected static double[] Typical { get; } = Columns.Each(Close.Length, i => (High[i] + Low[i] + Close[i]) / 3);

    /// <summary>Every output agrees from the warm-up on, relative to the size of the column.</summary>
    protected static void Verify(string indicator, params double[][] expected)
    {
        Indicator parsed = IndicatorCatalog.Parse(indicator);
        double[][] actual = parsed.Compute(Candles);
        Assert.Equal(expected.Length, actual.Length);
        for (int k = 0; k < expected.Length; k++)
        {
            double size = expected[k].Where(double.IsFinite).Max(Math.Abs);
            for (int i = parsed.WarmUp - 1; i < Close.Length; i++)
                Assert.True(Math.Abs(expected[k][i] - actual[k][i]) <= 1e-10 * size, $"{indicator}, output {k}, candle {i}: expected {expected[k][i]:R}, got {actual[k][i]:R}.");
        }
    }
}
