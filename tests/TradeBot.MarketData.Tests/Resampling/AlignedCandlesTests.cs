using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class AlignedCandlesTests
{
    private static readonly CandleSeries First = Series(Minute(0), Minute(1), Minute(3));
    private static readonly CandleSeries Second = Series(Minute(1), Minute(2), Minute(3), Minute(4));

    [Fact]
    public void Inner_keeps_the_times_that_all_have()
    {
        AlignedCandles aligned = AlignedCandles.Of([First, Second], AlignmentPolicy.Inner);

        Assert.Equal([1, 3], Opens(aligned));
        Assert.All(aligned.Series, series => Assert.False(series.HasSynthetic));
        Assert.Equal(First.Close[2], aligned.Series[0].Close[1]);
        Assert.Equal(Second.Close[2], aligned.Series[1].Close[1]);
    }

    [Fact]
    public void Outer_keeps_all_times_and_leaves_the_absent_unknown()
    {
        AlignedCandles aligned = AlignedCandles.Of([First, Second], AlignmentPolicy.Outer);

        Assert.Equal([0, 1, 2, 3, 4], Opens(aligned));
        Assert.Equal([true, true, false, true, false], aligned.Present(0).ToArray());
        Assert.Equal([false, true, true, true, true], aligned.Present(1).ToArray());
        Assert.True(double.IsNaN(aligned.Series[0].Open[2]) && double.IsNaN(aligned.Series[0].Volume[2]));
    }

    [Fact]
    public void Forward_fill_carries_the_last_close_without_volume_and_marks_it()
    {
        AlignedCandles aligned = AlignedCandles.Of([First, Second], AlignmentPolicy.ForwardFill);
        double close = First.Close[1];

        Assert.Equal(new Candle(Start.AddMinutes(2), close, close, close, close, 0), aligned.Series[0][2]);
        Assert.Equal([false, false, true, false, true], aligned.Series[0].Synthetic.ToArray());
        Assert.True(double.IsNaN(aligned.Series[1].Close[0])); // before the first candle nothing is known
        Assert.False(aligned.Present(1)[0]);
    }

    [Fact]
    public void Different_timeframes_and_no_series_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AlignedCandles.Of([], AlignmentPolicy.Inner));
        Assert.Throws<ArgumentException>(() => AlignedCandles.Of([First, MarketGenerator.Single(5, 1, Timeframe.OneHour)], AlignmentPolicy.Outer));
    }

    private static IEnumerable<int> Opens(AlignedCandles aligned) =>
        aligned.Series[0].Select(candle => (int)(candle.OpenTime - Start).TotalMinutes);
}
