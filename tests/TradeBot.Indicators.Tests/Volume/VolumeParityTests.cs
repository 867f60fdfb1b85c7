namespace TradeBot.Indicators.Tests.Volume;

/// <summary>Agreement of the volume indicators with other libraries.</summary>
public class VolumeParityTests
{
    [SkippableTheory]
    [InlineData("AD", "line", "AD", 0)]
    [InlineData("ADOSC(3, 10)", "oscillator", "ADOSC_3_10", 200)] // TA-Lib starts its averages from the first value
    public void Agrees_with_talib(string indicator, string output, string column, int settled) =>
        Parity.WithTalib(indicator, output, column, settled);

    [SkippableTheory]
    [InlineData("OBV", "balance", "obv", "obv")]
    [InlineData("AVWAP", "vwap", "vwap", "vwap")]
    public void Agrees_with_skender(string indicator, string output, string file, string field) =>
        Parity.WithSkender(indicator, output, file, field);

    [SkippableTheory]
    [InlineData("AD", "line", "ad", "hlcv")]
    [InlineData("NVI", "index", "nvi", "cv")]
    [InlineData("PVI", "index", "pvi", "cv")]
    [InlineData("OBV", "balance", "obv", "cv")]
    [InlineData("WAD", "line", "wad", "hlc")]
    [InlineData("VOSC(2, 5)", "oscillator", "vosc", "v")]
    public void Agrees_with_tulip(string indicator, string output, string name, string inputs) =>
        Parity.WithTulip(indicator, output, name, inputs);
}
