using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Reports;

public class CandleQualityReportTests
{
    [Fact]
    public void Sound_candles_are_said_to_be_sound()
    {
        string text = CandleQualityReport.Create(Samples.Walk(72, Timeframe.OneHour).Validate()).ToText();

        Assert.Contains("Sound: no defect was found.", text, StringComparison.Ordinal);
        Assert.Contains("Completeness: 100.000%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_candles_lower_the_chart_of_their_day_and_stand_in_the_table()
    {
        ValidationReport validation = Samples.Walk(72, Timeframe.OneHour, "BTCUSDT", 30, 31, 32, 33, 34, 35).Validate();

        string text = CandleQualityReport.Create(validation).ToText();
        var days = (AreaSeries)CandleQualityReport.Completeness(validation).Panels[0].Series[0];

        Assert.Equal([1, 0.75, 1], days.Y.ToArray());
        Assert.All(validation.Defects, defect => Assert.Contains(defect.Sentence, text, StringComparison.Ordinal));
    }
}
