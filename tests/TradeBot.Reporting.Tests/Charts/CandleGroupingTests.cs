using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Charts;

public class CandleGroupingTests
{
    [Fact]
    public void Few_candles_are_drawn_as_they_are()
    {
        CandleSeries series = Samples.Walk(30, Timeframe.OneHour);

        CandleGrouping grouping = CandleGrouping.Fit(series, atMost: 30);

        Assert.Equal(Timeframe.OneHour, grouping.Timeframe);
        Assert.Equal(series.Close.ToArray(), grouping.Candles.Select(c => c.Close));
        Assert.Equal(series.OpenTimes[3], grouping.Candles[3].Center);
    }

    [Fact]
    public void Many_candles_are_drawn_as_longer_ones_of_the_calendar()
    {
        CandleSeries series = Samples.Walk(48, Timeframe.OneHour);

        CandleGrouping grouping = CandleGrouping.Fit(series, atMost: 12);

        // 48 hours are 12 candles of four hours.
        Assert.Equal(Timeframe.FourHours, grouping.Timeframe);
        DrawnCandle second = grouping.Candles[1];
        Assert.Equal(
            (series.Open[4], series.High[4..8].ToArray().Max(), series.Low[4..8].ToArray().Min(), series.Close[7], series.Volume[4..8].ToArray().Sum()),
            (second.Open, second.High, second.Low, second.Close, second.Volume));
        Assert.Equal(12, grouping.Candles.Count);
    }

    [Fact]
    public void A_grouped_candle_stands_in_the_middle_of_its_members()
    {
        CandleSeries series = Samples.Walk(48, Timeframe.OneHour);

        CandleGrouping grouping = CandleGrouping.Fit(series, atMost: 12);

        Assert.Equal((series.OpenTimes[0] + series.OpenTimes[3]) / 2.0, grouping.Candles[0].Center);
    }
}
