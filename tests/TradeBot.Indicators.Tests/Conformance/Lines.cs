using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Conformance;

/// <summary>The outputs of an indicator over candles, and how two sets of them are compared.</summary>
internal static class Lines
{
    /// <summary>Feeds the streaming form candle by candle.</summary>
    public static double[][] Stream(Indicator indicator, CandleSeries candles) => Stream(indicator.Open(), candles, 0, candles.Count);

    public static double[][] Stream(IIndicatorStream stream, CandleSeries candles, int start, int count)
    {
        int outputs = stream.Indicator.Definition.Outputs.Count;
        double[][] columns = [.. Enumerable.Range(0, outputs).Select(_ => new double[count])];
        double[] row = new double[outputs];
        for (int i = 0; i < count; i++)
        {
            stream.Update(candles[start + i], row);
            for (int k = 0; k < outputs; k++)
                columns[k][i] = row[k];
        }

        return columns;
    }

    /// <summary>Same bits, every NaN being the same.</summary>
    public static void AssertSame(double[][] expected, double[][] actual, string what)
    {
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.Equal(expected[k].Length, actual[k].Length);
            for (int i = 0; i < expected[k].Length; i++)
                Assert.True(Same(expected[k][i], actual[k][i]), $"{what}, output {k}, candle {i}: expected {expected[k][i]:R}, got {actual[k][i]:R}.");
        }
    }

    public static bool Same(double a, double b) =>
        BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    /// <summary>Equal up to a distance, unknown in the same places.</summary>
    public static void AssertClose(double[] expected, double[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool close = double.IsNaN(expected[i]) ? double.IsNaN(actual[i]) : Math.Abs(expected[i] - actual[i]) <= tolerance;
            Assert.True(close, $"{what}, candle {i}: expected {expected[i]:R}, got {actual[i]:R}, tolerance {tolerance:R}.");
        }
    }

    public static double[][] Part(double[][] columns, int start, int count) => [.. columns.Select(c => c[start..(start + count)])];
}
