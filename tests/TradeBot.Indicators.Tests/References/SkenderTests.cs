using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.References;

/// <summary>Agreement with Skender's library over two years of daily candles.</summary>
public class SkenderTests
{
    [SkippableTheory]
    [InlineData("sma", "sma", "SMA(20)", "average", 0)]
    [InlineData("ema", "ema", "EMA(20)", "average", 0)]
    [InlineData("wma", "wma", "WMA(14)", "average", 0)]
    [InlineData("rsi", "rsi", "RSI(14)", "rsi", 0)]
    [InlineData("roc", "momentum", "MOM(14)", "mom", 0)]
    [InlineData("roc", "roc", "ROC(14)", "roc", 0)]
    [InlineData("macd", "macd", "MACD(12, 26, 9)", "macd", 33)]
    [InlineData("macd", "signal", "MACD(12, 26, 9)", "signal", 0)]
    [InlineData("macd", "histogram", "MACD(12, 26, 9)", "histogram", 0)]
    [InlineData("cci", "cci", "CCI(20)", "cci", 0)]
    [InlineData("stoch", "oscillator", "STOCH(14, 3, 3)", "k", 17)]
    [InlineData("stoch", "signal", "STOCH(14, 3, 3)", "d", 0)]
    [InlineData("willr", "williamsR", "WILLR(14)", "r", 0)]
    [InlineData("mfi", "mfi", "MFI(14)", "mfi", 0)]
    [InlineData("atr", "atr", "ATR(14)", "atr", 0)]
    [InlineData("bb", "upperBand", "BB(20, 2)", "upper", 0)]
    [InlineData("bb", "sma", "BB(20, 2)", "middle", 0)]
    [InlineData("bb", "lowerBand", "BB(20, 2)", "lower", 0)]
    [InlineData("slope", "stdDev", "STDDEV(14)", "deviation", 0)]
    public void Agrees_and_is_known_from_the_same_candle(string file, string field, string indicator, string output, int from)
    {
        (CandleSeries candles, double[] expected) = Reference.Skender(file, field);
        Comparison.AssertClose(expected, Comparison.Compute(indicator, output, candles), 1e-9, from);
    }
}
