namespace TradeBot.Indicators.Tests.Volatility;

/// <summary>Agreement of the volatility indicators with other libraries.</summary>
public class VolatilityParityTests
{
    [SkippableTheory]
    [InlineData("ATR(14)", "atr", "ATR_14")]
    [InlineData("NATR(14)", "natr", "NATR_14")]
    [InlineData("TR", "range", "TRANGE")]
    [InlineData("BB(20, 2)", "upper", "BBANDS_20_2_2_SMA.upperBand")]
    [InlineData("BB(20, 2)", "middle", "BBANDS_20_2_2_SMA.middleBand")]
    [InlineData("BB(20, 2)", "lower", "BBANDS_20_2_2_SMA.lowerBand")]
    public void Agrees_with_talib(string indicator, string output, string column) =>
        Parity.WithTalib(indicator, output, column);

    [SkippableTheory]
    [InlineData("TR", "range", "tr", "tr", 0)]
    [InlineData("ATR(14)", "atr", "atr", "atr", 0)]
    [InlineData("NATR(14)", "natr", "atr", "atrp", 0)]
    [InlineData("BB(20, 2)", "lower", "bb", "lowerBand", 0)]
    [InlineData("PERCENTB(20, 2)", "b", "bb", "percentB", 0)]
    [InlineData("BBWIDTH(20, 2)", "width", "bb", "width", 0)]
    [InlineData("KELTNER(20, 2, 10)", "lower", "keltner", "lowerBand", 0)]
    [InlineData("KELTNER(20, 2, 10)", "middle", "keltner", "centerline", 0)]
    [InlineData("KELTNER(20, 2, 10)", "upper", "keltner", "upperBand", 0)]
    [InlineData("DONCHIAN(20)", "lower", "donchian", "lowerBand", 1)]
    [InlineData("DONCHIAN(20)", "middle", "donchian", "centerline", 1)]
    [InlineData("DONCHIAN(20)", "upper", "donchian", "upperBand", 1)]
    public void Agrees_with_skender(string indicator, string output, string file, string field, int later) =>
        Parity.WithSkender(indicator, output, file, field, later: later);

    [SkippableTheory]
    [InlineData("BB(5, 2)", "lower", "bbands", "c", 0)]
    [InlineData("BB(5, 2)", "middle", "bbands", "c", 1)]
    [InlineData("BB(5, 2)", "upper", "bbands", "c", 2)]
    public void Agrees_with_tulip(string indicator, string output, string name, string inputs, int result) =>
        Parity.WithTulip(indicator, output, name, inputs, result);
}
