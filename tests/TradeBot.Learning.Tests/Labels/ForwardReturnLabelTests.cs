using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class ForwardReturnLabelTests
{
    // Opens 100, 100, 110, 99, 99, 120: each candle opens at the close before.
    private static readonly CandleSeries Series = Candles.Of(100, 110, 99, 99, 120, 60);

    [Fact]
    public void The_return_runs_from_the_next_open()
    {
        LabelColumn label = Label.ForwardReturn(2).Compute(Series);

        // At 0: from open 1, 100, to open 3, 99. At 1: 110 to 99. At 2: 99 to 120. Then the series is over.
        Assert.Equal([99 / 100.0 - 1, 99 / 110.0 - 1, 120 / 99.0 - 1, double.NaN, double.NaN, double.NaN], label.Values);
        Assert.Equal(label.Values, label.Returns);
    }

    [Fact]
    public void The_span_runs_from_the_decision_to_the_last_price_used()
    {
        LabelColumn label = Label.ForwardReturn(2).Compute(Series);

        Assert.Equal(UnixTime.FromDateTime(Series.CloseTimeAt(1)), label.Starts[1]);
        Assert.Equal(UnixTime.FromDateTime(Series.OpenTimeAt(4)), label.Ends[1]);
        Assert.Equal(label.Starts[5], label.Ends[5]);
    }

    [Fact]
    public void A_gap_within_the_span_makes_the_label_missing()
    {
        LabelColumn label = Label.ForwardReturn(1).Compute(Candles.Of(1, 2, double.NaN, 4, 5, 6));

        // Candles at minutes 0, 1, 3, 4, 5. From minute 0 the exit would be the open of minute 2, from minute 1 that of minute 3.
        Assert.Equal([true, true, false, true, true], label.Values.Select(double.IsNaN));
    }

    [Fact]
    public void The_direction_is_one_only_above_zero()
    {
        Label label = Label.ForwardReturn(1).Direction();
        LabelColumn column = label.Compute(Series);

        // 100 → 110, 110 → 99, 99 → 99, 99 → 120.
        Assert.Equal([1, 0, 0, 1, double.NaN, double.NaN], column.Values);
        Assert.Equal(99 / 110.0 - 1, column.Returns[1]);
        Assert.True(label.IsBinary);
        Assert.Equal("direction(forward-return(1))", label.Name);
    }

    [Fact]
    public void A_horizon_is_at_least_one_candle() => Assert.Throws<ArgumentOutOfRangeException>(() => Label.ForwardReturn(0));
}
