using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class TripleBarrierLabelTests
{
    // Closes 100, 110, 99, …: returns +10 %, −10 %, known from candle 2 on, whose deviation (n or n − 1) is 10 % or 14.1 %.
    // Candle 2 enters at 99, the open of candle 3.
    private static readonly double[] Before = [100, 110, 99];

    [Fact]
    public void The_upper_barrier_first_is_a_one()
    {
        LabelColumn label = Of([.. Before, 100, 118, 90, 90], within: 3);

        Assert.Equal(1, label.Values[2]);
        Assert.True(label.Returns[2] > 0.09);
        Assert.Equal(Close(4), label.Ends[2]); // met by the high of candle 4
    }

    [Fact]
    public void The_lower_barrier_first_is_a_zero()
    {
        LabelColumn label = Of([.. Before, 100, 80, 130, 130], within: 3);

        Assert.Equal(0, label.Values[2]);
        Assert.True(label.Returns[2] < -0.09);
        Assert.Equal(Close(4), label.Ends[2]);
    }

    [Fact]
    public void After_the_time_the_return_to_the_next_open_decides()
    {
        LabelColumn label = Of([.. Before, 100, 101, 102], within: 2);

        // From the open of candle 3, 99, to that of candle 5, 101.
        Assert.Equal((1, 101 / 99.0 - 1), (label.Values[2], label.Returns[2]));
        Assert.Equal(UnixTime.FromDateTime(Candles.Start.AddMinutes(5)), label.Ends[2]);
    }

    [Fact]
    public void Without_an_outcome_within_the_series_or_across_a_gap_it_is_missing()
    {
        Assert.Equal(double.NaN, Of([.. Before, 100], within: 2).Values[2]);
        Assert.Equal(double.NaN, Of([.. Before, 100, double.NaN, 118, 118], within: 3).Values[2]);
        Assert.Equal(double.NaN, Of([.. Before, 100], within: 2).Values[0]);
    }

    [Fact]
    public void No_price_after_the_span_is_used()
    {
        CandleSeries candles = Candles.Generate(3000, seed: 4);
        Dataset data = Dataset.From(candles, Features.Pipeline(f => [f.Return(1)]), Label.TripleBarrier(2, 2, within: 30));

        LeakageReport report = data.Leakage(samples: 20);

        Assert.True(report.IsClean, report.ToString());
        Assert.InRange(data.Target.ToArray().Average(), 0.4, 0.6);
    }

    [Fact]
    public void Barriers_are_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => Label.TripleBarrier(0, 1, 10));

    private static LabelColumn Of(double[] closes, int within) => Label.TripleBarrier(0.99, 0.99, within, volatility: 2).Compute(Candles.Of(closes));

    private static long Close(int candle) => UnixTime.FromDateTime(Candles.Start.AddMinutes(candle + 1));
}
