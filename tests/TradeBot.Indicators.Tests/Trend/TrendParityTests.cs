using TradeBot.Indicators.Tests.References;

namespace TradeBot.Indicators.Tests.Trend;

/// <summary>Agreement of the trend indicators with other libraries.</summary>
public class TrendParityTests
{
    // TA-Lib starts Wilder's averages from the sum of one value less; the difference dies away at 13/14 per candle.
    private const int Settled = 420;

    [SkippableTheory]
    [InlineData("AROON(14)", "up", "AROON_14.aroonUp", 0)]
    [InlineData("AROON(14)", "down", "AROON_14.aroonDown", 0)]
    [InlineData("AROON(14)", "oscillator", "AROONOSC_14", 0)]
    [InlineData("LINREG(14)", "end", "LINEARREG_14", 0)]
    [InlineData("LINREG(14)", "slope", "LINEARREG_SLOPE_14", 0)]
    [InlineData("LINREG(14)", "forecast", "TSF_14", 0)]
    [InlineData("DMI(14)", "plus", "PLUS_DI_14", Settled)]
    [InlineData("DMI(14)", "minus", "MINUS_DI_14", Settled)]
    [InlineData("DMI(14)", "dx", "DX_14", Settled)]
    [InlineData("ADX(14)", "adx", "ADX_14", Settled)]
    [InlineData("ADXR(14)", "adxr", "ADXR_14", Settled)]
    public void Agrees_with_talib(string indicator, string output, string column, int settled) =>
        Parity.WithTalib(indicator, output, column, settled);

    [SkippableTheory]
    [InlineData("DMI(14)", "plus", "adx", "pdi")]
    [InlineData("DMI(14)", "minus", "adx", "mdi")]
    [InlineData("DMI(14)", "dx", "adx", "dx")]
    [InlineData("ADX(14)", "adx", "adx", "adx")]
    [InlineData("LINREG(14)", "slope", "slope", "slope")]
    [InlineData("LINREG(14)", "fit", "slope", "rSquared")]
    [InlineData("SUPERTREND(10, 3)", "stop", "supertrend", "superTrend")]
    public void Agrees_with_skender(string indicator, string output, string file, string field) =>
        Parity.WithSkender(indicator, output, file, field);

    [SkippableFact]
    public void Parabolic_sar_agrees_with_skender_from_the_first_reversal()
    {
        (_, double[] expected) = Reference.Skender("psar", "sar");
        int first = expected.TakeWhile(double.IsNaN).Count();
        Parity.WithSkender("PSAR(0.02, 0.2)", "stop", "psar", "sar", from: first);
    }

    [SkippableTheory]
    [InlineData("AROON(5)", "down", "aroon", "hl", 0)]
    [InlineData("AROON(5)", "up", "aroon", "hl", 1)]
    [InlineData("LINREG(5)", "end", "linreg", "c", 0)]
    [InlineData("LINREG(5)", "slope", "linregslope", "c", 0)]
    [InlineData("LINREG(5)", "forecast", "tsf", "c", 0)]
    [InlineData("VHF(5)", "filter", "vhf", "c", 0)]
    public void Agrees_with_tulip(string indicator, string output, string name, string inputs, int result) =>
        Parity.WithTulip(indicator, output, name, inputs, result);
}
