using TradeBot.Indicators.Statistics;

namespace TradeBot.Indicators.Tests.Statistics;

/// <summary>Agreement of the statistics with other libraries.</summary>
public class StatisticsParityTests
{
    [SkippableTheory]
    [InlineData("STDDEV(20)", "deviation", "STDDEV_20_1")]
    [InlineData("HIGHEST(30)", "highest", "MAX_30")]
    [InlineData("LOWEST(30)", "lowest", "MIN_30")]
    public void Agrees_with_talib(string indicator, string output, string column) =>
        Peers.AgreeWithTalib(indicator, output, column);

    [SkippableFact]
    public void Variance_agrees_with_talib_as_far_as_its_own_rounding()
    {
        // TA-Lib subtracts the squared mean from the mean square: of prices near 20,000 some eight digits remain.
        Dictionary<string, double[]> table = Peers.ReadTalib();
        double[] actual = new double[table["close"].Length];
        Variance.Compute(table["close"], 20, actual);
        Peers.AssertClose(table["VAR_20_1"], actual, settled: 0, tolerance: 1e-7);
    }

    [SkippableTheory]
    [InlineData("STDDEV(14)", "deviation", "stdev", "stdDev")]
    [InlineData("ZSCORE(14)", "z", "stdev", "zScore")]
    [InlineData("ZSCORE(20)", "z", "bb", "zScore")]
    public void Agrees_with_skender(string indicator, string output, string file, string field) =>
        Peers.AgreeWithSkender(indicator, output, file, field);

    [SkippableTheory]
    [InlineData("STDDEV(5)", "deviation", "stddev", "close")]
    [InlineData("STDERR(5)", "error", "stderr", "close")]
    [InlineData("VAR(5)", "variance", "var", "close")]
    [InlineData("MEANDEV(5)", "deviation", "md", "close")]
    [InlineData("HIGHEST(5)", "highest", "max", "close")]
    [InlineData("LOWEST(5)", "lowest", "min", "close")]
    public void Agrees_with_tulip(string indicator, string output, string name, string inputs) =>
        Peers.AgreeWithTulip(indicator, output, name, inputs);
}
