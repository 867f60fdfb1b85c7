using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.References;

/// <summary>Computes one output by name and holds it against numbers from elsewhere.</summary>
internal static class Comparison
{
    public static double[] Compute(string indicator, string output, CandleSeries candles)
    {
        Indicator parsed = IndicatorCatalog.Parse(indicator);
        int index = parsed.Definition.Outputs.Select(o => o.Name).ToList().IndexOf(output);
        Assert.True(index >= 0, $"{indicator} has no output {output}.");
        return parsed.Compute(candles)[index];
    }

    /// <summary>Equal within a relative tolerance, and unknown in the same places.</summary>
    public static void AssertClose(double[] expected, double[] actual, double tolerance, int from)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.Contains(expected[from..], double.IsFinite);
        for (int i = from; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]))
                Assert.True(double.IsNaN(actual[i]), $"Row {i}: expected no value, got {actual[i]:R}.");
            else
                Assert.True(Math.Abs(actual[i] - expected[i]) <= tolerance * Math.Max(Math.Abs(expected[i]), 1e-3), $"Row {i}: expected {expected[i]:R}, got {actual[i]:R}.");
        }
    }
}
