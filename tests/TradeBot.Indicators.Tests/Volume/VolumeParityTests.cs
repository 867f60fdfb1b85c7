namespace TradeBot.Indicators.Tests.Volume;

/// <summary>Agreement of the volume indicators with other libraries.</summary>
public class VolumeParityTests
{
    [SkippableTheory]
    [InlineData("AD", "line", "AD", 0)]
    [InlineData("ADOSC(3, 10)", "oscillator", "ADOSC_3_10", 200)] // TA-Lib starts its averages from the first value
    public void Agrees_with_talib(string indicator, string output, string column, int settled) =>
        Peers.AgreeWithTalib(indicator, output, column, settled);

    [SkippableTheory]
    [InlineData("OBV", "balance", "obv", "obv")]
    [InlineData("AVWAP", "vwap", "vwap", "vwap")]
    public void Agrees_with_skender(string indicator, string output, string file, string field) =>
        Peers.AgreeWithSkender(indicator, output, file, field);

    [SkippableTheory]
    [InlineData("AD", "line", "ad", "high low close volume")]
    [InlineData("NVI", "index", "nvi", "close volume")]
    [InlineData("PVI", "index", "pvi", "close volume")]
    [InlineData("OBV", "balance", "obv", "close volume")]
    [InlineData("WAD", "line", "wad", "high low close")]
    [InlineData("VOSC(2, 5)", "oscillator", "vosc", "volume")]
    public void Agrees_with_tulip(string indicator, string output, string name, string inputs) =>
        Peers.AgreeWithTulip(indicator, output, name, inputs);
}
