using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class LeakageTests
{
    private static readonly CandleSeries Series = Candles.Generate(1000, withOutage: true);

    [Fact]
    public void Features_of_the_house_are_clean()
    {
        Dataset data = Dataset.From(
            Series,
            Features.Pipeline(f => [f.Return(5), f.Rsi(14), f.Atr(14) / f.Close, f.Volume.ZScore(60), f.On(Timeframe.FiveMinutes).EmaSlope(3), f.HourOfDay().Cyclic()]),
            Label.ForwardReturn(10).Direction());

        LeakageReport report = data.Leakage();

        Assert.True(report.IsClean, report.ToString());
        Assert.Equal(data.Names, report.Streamed);
        Assert.Equal(["direction(forward-return(10))"], report.Sampled);
        Assert.InRange(report.SampledRows.Count, 8, 10);
    }

    [Fact]
    public void A_column_that_looks_one_candle_ahead_is_found_with_row_and_values()
    {
        Dataset data = Of("peek", series => [.. Enumerable.Range(0, series.Count).Select(i => series.Close[Math.Min(i + 1, series.Count - 1)])]);

        LeakageReport report = data.Leakage(samples: 5, seed: 3);

        Assert.False(report.IsClean);
        Assert.Equal(report.SampledRows.Count * 2, report.FindingCount);
        LeakageFinding first = report.Findings[0];
        int candle = data.Candles[first.Row];
        Assert.Equal(("peek", LeakageCheck.Truncated), (first.Column, first.Check));
        Assert.Equal((Series.Close[candle + 1], Series.Close[candle]), (first.Value, first.Replayed));
        Assert.Equal(Series.CloseTimeAt(candle), first.Time);
    }

    [Fact]
    public void Scaling_by_the_whole_series_is_found()
    {
        LeakageReport report = Of("scaled", series =>
        {
            double mean = series.Close.ToArray().Average();
            return [.. series.Close.ToArray().Select(close => close / mean)];
        }).Leakage();

        Assert.Contains(report.Findings, finding => finding.Check == LeakageCheck.Perturbed);
        Assert.Contains("scaled", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_the_whole_series_that_does_not_look_ahead_is_clean() =>
        Assert.True(Of("close", series => series.Close.ToArray()).Leakage().IsClean);

    [Fact]
    public void A_label_that_looks_beyond_its_span_is_found()
    {
        Dataset data = Dataset.From(Series, Features.Pipeline(f => [f.Return(1)]), new Overreaching());

        LeakageReport report = data.Leakage();

        Assert.All(report.Findings, finding => Assert.Equal("overreaching", finding.Column));
        Assert.False(report.IsClean);
    }

    [Fact]
    public void Rows_that_were_given_cannot_be_replayed() =>
        Assert.Throws<InvalidOperationException>(() => Dataset.FromColumns(["x"], [[1.0]], [0]).Leakage());

    private static Dataset Of(string name, Func<CandleSeries, double[]> compute) =>
        Dataset.From(Series, Features.Pipeline(f => [f.Return(1), f.FromSeries(name, compute)]), Label.ForwardReturn(5));

    /// <summary>Says that it is known after 5 candles and uses the return over 6.</summary>
    private sealed class Overreaching : Label
    {
        public override string Name => "overreaching";

        public override bool IsBinary => false;

        public override LabelColumn Compute(CandleSeries series)
        {
            LabelColumn five = ForwardReturn(5).Compute(series), six = ForwardReturn(6).Compute(series);
            return five with { Values = six.Values };
        }
    }
}
