using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class TrendScanningLabelTests
{
    [Fact]
    public void The_clearest_trend_decides_value_and_return_and_the_longest_the_span()
    {
        // Opens: the first at its own close, then the close before: 100 | 100 101 102 90 90 …
        CandleSeries series = Candles.Of(100, 101, 102, 90, 90, 90);

        LabelColumn label = Label.TrendScanning(2, 3).Compute(series);

        // Over 100, 101, 102 the line has no error: an infinite t, beyond that of any longer one.
        Assert.Equal(1, label.Values[0]);
        Assert.Equal(0.02, label.Returns[0], 12);
        Assert.Equal(UnixTime.FromDateTime(series.OpenTimeAt(4)), label.Ends[0]);
    }

    [Fact]
    public void The_t_value_is_that_of_least_squares()
    {
        // Opens from t+1: 100, 102, 101, 105. Of three: slope 0.5, error² 1.5 over 1, spread 2: t = 0.5 / √(1.5/2) = 0.577.
        // Of four: mean 102, slope (−1.5·−2 + −0.5·0 + 0.5·−1 + 1.5·3)/5 = 1.4, error² 14 − 1.4²·5 = 4.2 over 2: t = 1.4 / √(2.1/5) = 2.16.
        LabelColumn label = Label.TrendScanning(2, 3).Compute(Candles.Of(100, 102, 101, 105, 105));

        Assert.Equal((1.0, 0.05), (label.Values[0], Math.Round(label.Returns[0], 12)));
    }

    [Fact]
    public void A_falling_trend_is_0_and_no_movement_is_no_row()
    {
        Assert.Equal(0, Label.TrendScanning(2, 2).Compute(Candles.Of(100, 99, 98, 97)).Values[0]);
        Assert.Equal(double.NaN, Label.TrendScanning(2, 2).Compute(Candles.Of(100, 100, 100, 100)).Values[0]);
    }

    [Fact]
    public void A_gap_or_the_end_of_the_series_is_no_row()
    {
        LabelColumn label = Label.TrendScanning(2, 2).Compute(Candles.Of(100, 101, double.NaN, 103, 104, 105, 106, 107));

        Assert.Equal([double.NaN, double.NaN, 1, 1, double.NaN, double.NaN, double.NaN], label.Values);
        Assert.All(Enumerable.Range(0, 7).Where(t => double.IsNaN(label.Values[t])), t => Assert.Equal(label.Starts[t], label.Ends[t]));
    }

    [Fact]
    public void It_looks_no_further_than_its_span() =>
        Assert.True(Dataset.From(Candles.Generate(500), Features.Pipeline(f => [f.Return(1)]), Label.TrendScanning(3, 10)).Leakage(samples: 40).IsClean);

    [Fact]
    public void A_longest_below_the_shortest_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Label.TrendScanning(5, 4));
}
