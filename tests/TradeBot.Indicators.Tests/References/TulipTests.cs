using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.References;

/// <summary>Agreement with Tulip over its 15 candles, whose outputs are rounded to three decimals.</summary>
public class TulipTests
{
    private const double Rounding = 0.00051;

    [SkippableTheory]
    [InlineData("sma", "c", "SMA(5)", 0, 1)]
    [InlineData("wma", "c", "WMA(5)", 0, 1)]
    [InlineData("wilders", "c", "SMMA(5)", 0, 1)]
    [InlineData("hma", "c", "HMA(5)", 0, 1)]
    [InlineData("trima", "c", "TRIMA(5)", 0, 1)]
    [InlineData("linreg", "c", "LSMA(5)", 0, 1)]
    [InlineData("vwma", "cv", "VWMA(5)", 0, 1)]
    [InlineData("typprice", "hlc", "TYPPRICE", 0, 1)]
    [InlineData("wcprice", "hlc", "WCLPRICE", 0, 1)]
    [InlineData("avgprice", "ohlc", "AVGPRICE", 0, 1)]
    [InlineData("medprice", "hl", "MEDPRICE", 0, 1)]
    [InlineData("rsi", "c", "RSI(5)", 0, 1)]
    [InlineData("cmo", "c", "CMO(5)", 0, 1)]
    [InlineData("mom", "c", "MOM(5)", 0, 1)]
    [InlineData("roc", "c", "ROC(5)", 0, 100)]
    [InlineData("dpo", "c", "DPO(5)", 0, 1)]
    [InlineData("fosc", "c", "FOSC(5)", 0, 1)]
    [InlineData("qstick", "oc", "QSTICK(5)", 0, 1)]
    [InlineData("bop", "ohlc", "BOP", 0, 1)]
    [InlineData("cci", "hlc", "CCI(5)", 0, 1)]
    [InlineData("willr", "hlc", "WILLR(5)", 0, 1)]
    [InlineData("ultosc", "hlc", "ULTOSC(2, 3, 5)", 0, 1)]
    [InlineData("mfi", "hlcv", "MFI(5)", 0, 1)]
    [InlineData("stoch", "hlc", "STOCH(5, 3, 3)", 0, 1)]
    [InlineData("stoch", "hlc", "STOCH(5, 3, 3)", 1, 1)]
    [InlineData("stochrsi", "c", "STOCHRSI(5, 5, 1, 1)", 0, 100)]
    [InlineData("fisher", "hl", "FISHER(5)", 0, 1)]
    [InlineData("fisher", "hl", "FISHER(5)", 1, 1)]
    [InlineData("stddev", "c", "STDDEV(5)", 0, 1)]
    [InlineData("bbands", "c", "BB(5, 2)", 0, 1)]
    [InlineData("bbands", "c", "BB(5, 2)", 1, 1)]
    [InlineData("bbands", "c", "BB(5, 2)", 2, 1)]
    public void Agrees_on_its_last_candles(string name, string columns, string indicator, int output, double unit)
    {
        double[][] arrays = Reference.Tulip(name);
        CandleSeries candles = Candles(arrays, columns);
        double[] actual = IndicatorCatalog.Parse(indicator).Compute(candles)[output];
        double[] expected = arrays[columns.Length + output];

        Assert.NotEmpty(expected);
        int both = Math.Min(expected.Length, actual.Count(double.IsFinite));
        Assert.True(both >= 3, $"Only {both} candles to compare.");
        for (int i = 1; i <= both; i++)
            Assert.Equal(expected[^i] * unit, actual[^i], Rounding * unit);
    }

    private static CandleSeries Candles(double[][] arrays, string columns)
    {
        double[] Column(char field)
        {
            int index = columns.IndexOf(field, StringComparison.Ordinal);
            return arrays[Math.Max(index, 0)];
        }

        return Reference.Series(Column('o'), Column('h'), Column('l'), Column('c'), Column('v'));
    }
}
