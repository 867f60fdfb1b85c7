using TradeBot.Indicators.Tests.References;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests;

/// <summary>Holds one output of one indicator against one column of another library.</summary>
internal static class Parity
{
    private const double Tolerance = 1e-9;

    /// <summary>TA-Lib on hourly BTCUSDT, from a row on.</summary>
    public static void WithTalib(string indicator, string output, string column, int from = 0)
    {
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        Comparison.AssertClose(talib(column), Comparison.Compute(indicator, output, candles), Tolerance, from);
    }

    /// <summary>Skender's library on daily quotes, from a row on; its rows are as many later than ours as is told.</summary>
    public static void WithSkender(string indicator, string output, string file, string field, int from = 0, int later = 0)
    {
        (CandleSeries candles, double[] expected) = Reference.Skender(file, field);
        double[] actual = Comparison.Compute(indicator, output, candles);
        Comparison.AssertClose(expected[later..], actual[..^later], Tolerance, from);
    }

    /// <summary>Tulip on 15 candles, rounded to three decimals; the columns are its inputs, o h l c v in its order.</summary>
    public static void WithTulip(string indicator, string output, string name, string columns, int result = 0)
    {
        double[][] arrays = Reference.Tulip(name);
        double[] Column(char field) => arrays[Math.Max(columns.IndexOf(field, StringComparison.Ordinal), 0)];
        CandleSeries candles = Reference.Series(Column('o'), Column('h'), Column('l'), Column('c'), Column('v'));

        double[] actual = Comparison.Compute(indicator, output, candles), expected = arrays[columns.Length + result];
        double rounding = 6e-4 + Tolerance * expected.Max(Math.Abs);
        for (int i = 1; i <= expected.Length; i++)
            Assert.Equal(expected[^i], actual[^i], rounding);
    }
}
