using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Tests.References;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Statistics;

/// <summary>Agreement of the statistics with other libraries.</summary>
public class StatisticsParityTests
{
    [SkippableTheory]
    [InlineData("STDDEV(20)", "deviation", "STDDEV_20_1")]
    [InlineData("HIGHEST(30)", "highest", "MAX_30")]
    [InlineData("LOWEST(30)", "lowest", "MIN_30")]
    public void Agrees_with_talib(string indicator, string output, string column) =>
        Parity.WithTalib(indicator, output, column);

    // TA-Lib subtracts the squared mean from the mean square: of prices near 20,000 some eight digits remain.
    [SkippableFact]
    public void Variance_agrees_with_talib_as_far_as_its_own_rounding()
    {
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        Comparison.AssertClose(talib("VAR_20_1"), Comparison.Compute("VAR(20)", "variance", candles), 1e-7, from: 0);
    }

    [SkippableFact]
    public void Correlation_agrees_with_talib_as_far_as_its_own_rounding()
    {
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        double[] actual = new double[candles.Count];
        Correlation.Compute(candles.High, candles.Low, 30, actual);
        Comparison.AssertClose(talib("CORREL_30"), actual, 1e-7, from: 0);
    }

    [SkippableFact]
    public void Beta_of_returns_agrees_with_talib()
    {
        // TA-Lib takes returns of highs and lows itself: the lows are explained by the highs.
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        double[] actual = new double[candles.Count];
        var beta = new Beta(5);
        actual[0] = double.NaN;
        for (int i = 1; i < actual.Length; i++)
            actual[i] = beta.Update(new Pair(candles.Low[i] / candles.Low[i - 1] - 1, candles.High[i] / candles.High[i - 1] - 1));
        Comparison.AssertClose(talib("BETA_5"), actual, 1e-9, from: 0);
    }

    [SkippableTheory]
    [InlineData("STDDEV(14)", "deviation", "stdev", "stdDev")]
    [InlineData("ZSCORE(14)", "z", "stdev", "zScore")]
    [InlineData("ZSCORE(20)", "z", "bb", "zScore")]
    public void Agrees_with_skender(string indicator, string output, string file, string field) =>
        Parity.WithSkender(indicator, output, file, field);

    [SkippableTheory]
    [InlineData("STDDEV(5)", "deviation", "stddev", "c")]
    [InlineData("STDERR(5)", "error", "stderr", "c")]
    [InlineData("VAR(5)", "variance", "var", "c")]
    [InlineData("MEANDEV(5)", "deviation", "md", "c")]
    [InlineData("HIGHEST(5)", "highest", "max", "c")]
    [InlineData("LOWEST(5)", "lowest", "min", "c")]
    public void Agrees_with_tulip(string indicator, string output, string name, string inputs) =>
        Parity.WithTulip(indicator, output, name, inputs);
}
