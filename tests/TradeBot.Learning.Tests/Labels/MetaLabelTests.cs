using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class MetaLabelTests
{
    private static readonly CandleSeries Series = Candles.Generate(800, edge: 0.2, withOutage: true);

    [Fact]
    public void A_side_that_paid_is_1_whether_long_or_short()
    {
        // Opens 100 100 101 100 99; the signal is the last move: unknown, up, down, down.
        CandleSeries series = Candles.Of(100, 101, 100, 99, 99);

        LabelColumn label = Label.Meta(f => f.Return(1), Label.ForwardReturn(1)).Compute(series);

        // Long from open 101 to 100: lost. Short from 100 to 99: won.
        Assert.Equal([double.NaN, 0, 1, double.NaN, double.NaN], label.Values);
        Assert.Equal([-1 / 101.0, 0.01], label.Returns[1..3], (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void For_a_short_position_the_barriers_are_mirrored_and_both_at_once_still_lose()
    {
        // One candle that reaches both barriers, after a market that moves by about 1 % each candle.
        double[] closes = [100, 101, 100, 101, 100, 101, 100];
        CandleSeries quiet = Candles.Of(closes);
        double[] high = quiet.High.ToArray(), low = quiet.Low.ToArray();
        (high[6], low[6]) = (150, 50);
        var series = new CandleSeries("TEST", Timeframe.OneMinute, quiet.OpenTimes.ToArray(), quiet.Open.ToArray(), high, low, quiet.Close.ToArray(), quiet.Volume.ToArray());

        foreach (double sign in (double[])[1, -1])
        {
            LabelColumn label = Label.Meta(f => f.Close * sign, Label.TripleBarrier(up: 3, down: 2, within: 10, volatility: 4)).Compute(series);
            Assert.Equal(0, label.Values[5]);
            Assert.True(label.Returns[5] < 0);
        }
    }

    [Fact]
    public void Following_the_long_side_is_the_barrier_label_itself()
    {
        LabelColumn plain = Label.TripleBarrier(2, 1, 20, 30).Compute(Series), meta = Label.Meta(f => f.Close, Label.TripleBarrier(2, 1, 20, 30)).Compute(Series);

        Assert.Equal(plain.Values, meta.Values);
        Assert.Equal(plain.Returns, meta.Returns);
        Assert.Equal(plain.Ends, meta.Ends);
    }

    [Fact]
    public void With_equal_barriers_the_short_side_earns_what_the_long_side_loses()
    {
        LabelColumn up = Label.Meta(f => f.Close, Label.TripleBarrier(2, 2, 20, 30)).Compute(Series), down = Label.Meta(f => -1 * f.Close, Label.TripleBarrier(2, 2, 20, 30)).Compute(Series);

        int opposite = Enumerable.Range(0, Series.Count).Count(t => up.Returns[t] == -down.Returns[t]), known = up.Values.Count(v => !double.IsNaN(v));
        Assert.InRange(opposite, known * 95 / 100, known); // but for candles that reach both
    }

    [Fact]
    public void It_looks_no_further_than_its_span() => Assert.True(
        Dataset.From(Series, Features.Pipeline(f => [f.Return(1)]), Label.Meta(f => f.Ema(5) - f.Ema(20), Label.TripleBarrier(2, 1, 20, 30))).Leakage(samples: 40).IsClean);

    [Fact]
    public void Within_the_dead_zone_there_is_no_row()
    {
        LabelColumn label = Label.ForwardReturn(1).Direction(deadZone: 0.02).Compute(Candles.Of(100, 103, 102, 99, 99));

        // Opens 100 | 100 103 102 99: returns 3 %, −1 %, −2.9 %.
        Assert.Equal([1, double.NaN, 0, double.NaN, double.NaN], label.Values);
        Assert.Throws<ArgumentOutOfRangeException>(() => Label.ForwardReturn(1).Direction(-1));
    }
}
