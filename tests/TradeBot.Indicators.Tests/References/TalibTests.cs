using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.References;

/// <summary>Agreement with TA-Lib over 1,000 hourly candles.</summary>
public class TalibTests
{
    private const double Tolerance = 1e-9;

    [SkippableTheory]
    [InlineData("SMA_20", "SMA(20)", "average")]
    [InlineData("EMA_20", "EMA(20)", "average")]
    [InlineData("WMA_20", "WMA(20)", "average")]
    [InlineData("DEMA_20", "DEMA(20)", "average")]
    [InlineData("TEMA_20", "TEMA(20)", "average")]
    [InlineData("TRIMA_20", "TRIMA(20)", "average")]
    [InlineData("KAMA_30", "KAMA(30)", "average")]
    [InlineData("T3_5_0.7", "T3(5, 0.7)", "average")]
    [InlineData("LINEARREG_14", "LSMA(14)", "average")]
    [InlineData("MIDPOINT_14", "MIDPOINT(14)", "average")]
    [InlineData("MIDPRICE_14", "MIDPRICE(14)", "average")]
    [InlineData("TYPPRICE", "TYPPRICE", "price")]
    [InlineData("WCLPRICE", "WCLPRICE", "price")]
    [InlineData("RSI_14", "RSI(14)", "rsi")]
    [InlineData("MOM_10", "MOM(10)", "mom")]
    [InlineData("ROC_10", "ROC(10)", "roc")]
    [InlineData("CCI_20", "CCI(20)", "cci")]
    [InlineData("WILLR_14", "WILLR(14)", "r")]
    [InlineData("ULTOSC_7_14_28", "ULTOSC(7, 14, 28)", "uo")]
    [InlineData("STOCH_14_3_3_SMA.slowK", "STOCH(14, 3, 3)", "k")]
    [InlineData("STOCH_14_3_3_SMA.slowD", "STOCH(14, 3, 3)", "d")]
    [InlineData("STOCHF_5_3_SMA.fastK", "STOCHF(5, 3)", "k")]
    [InlineData("STOCHF_5_3_SMA.fastD", "STOCHF(5, 3)", "d")]
    [InlineData("STOCHRSI_14_5_3_SMA.fastK", "STOCHRSI(14, 5, 1, 3)", "k")]
    [InlineData("STOCHRSI_14_5_3_SMA.fastD", "STOCHRSI(14, 5, 1, 3)", "d")]
    [InlineData("BOP", "BOP", "bop")]
    [InlineData("MFI_14", "MFI(14)", "mfi")]
    [InlineData("STDDEV_20_1", "STDDEV(20)", "deviation")]
    [InlineData("ATR_14", "ATR(14)", "atr")]
    [InlineData("BBANDS_20_2_2_SMA.upperBand", "BB(20, 2)", "upper")]
    [InlineData("BBANDS_20_2_2_SMA.middleBand", "BB(20, 2)", "middle")]
    [InlineData("BBANDS_20_2_2_SMA.lowerBand", "BB(20, 2)", "lower")]
    public void Agrees_and_is_known_from_the_same_candle(string column, string indicator, string output)
    {
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        double[] expected = talib(column);
        Comparison.AssertClose(expected, Comparison.Compute(indicator, output, candles), Tolerance, from: 0);
    }

    [SkippableTheory]
    [InlineData("MACD_12_26_9.MACD", "MACD(12, 26, 9)", "macd", 450)]
    [InlineData("MACD_12_26_9.MACDSignal", "MACD(12, 26, 9)", "signal", 450)]
    [InlineData("MACD_12_26_9.MACDHist", "MACD(12, 26, 9)", "histogram", 450)]
    [InlineData("PPO_12_26_EMA", "PPO(12, 26)", "ppo", 300)]
    [InlineData("APO_12_26_EMA", "APO(12, 26)", "apo", 300)]
    public void Agrees_once_the_start_is_forgotten(string column, string indicator, string output, int from)
    {
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        Comparison.AssertClose(talib(column), Comparison.Compute(indicator, output, candles), Tolerance, from);
    }

    [SkippableFact]
    public void Trix_agrees_from_where_its_signal_is_known()
    {
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        Comparison.AssertClose(talib("TRIX_15"), Comparison.Compute("TRIX(15, 9)", "trix", candles), Tolerance, from: 43 + 8);
    }

    [SkippableFact]
    public void Their_cmo_is_a_stretched_rsi()
    {
        (CandleSeries candles, Func<string, double[]> talib) = Reference.Talib();
        double[] stretched = [.. Comparison.Compute("RSI(14)", "rsi", candles).Select(x => 2 * x - 100)];
        double[] expected = talib("CMO_14");
        for (int i = 14; i < expected.Length; i++)
            Assert.Equal(expected[i], stretched[i], 1e-9);
    }
}
