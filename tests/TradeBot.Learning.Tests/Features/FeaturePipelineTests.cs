using FsCheck;
using FsCheck.Fluent;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class FeaturePipelineTests
{
    private static readonly FeaturePipeline Chapter = Features.Pipeline(f =>
    [
        f.Return(1), f.Return(60), f.Rsi(14), f.Atr(14) / f.Close, f.Volume.ZScore(240),
        f.On(Timeframe.OneHour).EmaSlope(20), f.HourOfDay().Cyclic(),
    ]);

    [Fact]
    public void Names_say_what_is_computed() => Assert.Equal(
        ["return(1)", "return(60)", "rsi(14)", "atr(14) / close", "zscore(volume, 240)", "return(ema(20), 1) on 1h", "sin(hour)", "cos(hour)"],
        Chapter.Names);

    [Fact]
    public void Streaming_equals_batch_bit_for_bit()
    {
        CandleSeries series = Candles.Generate(3000, withOutage: true);
        double[][] batch = Chapter.Compute(series);

        FeatureStream stream = Chapter.Start(series.Timeframe);
        double[] row = new double[stream.Count];
        for (int i = 0; i < series.Count; i++)
        {
            stream.Update(series[i], row);
            Assert.Equal(batch.Select(column => BitConverter.DoubleToInt64Bits(column[i])), row.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public void Later_candles_never_change_earlier_rows()
    {
        CandleSeries series = Candles.Generate(2500, withOutage: true);
        double[][] all = Chapter.Compute(series);

        Prop.ForAll(Gen.Choose(1, series.Count).ToArbitrary(), count =>
        {
            double[][] part = Chapter.Compute(series.Slice(0, count));
            for (int column = 0; column < all.Length; column++)
                Assert.Equal(all[column][..count], part[column]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_first_complete_row_comes_with_the_last_candle_of_the_warm_up()
    {
        CandleSeries series = Candles.Generate(1500);
        AssertWarmUp(8, f => f.Return(7));
        AssertWarmUp(15, f => f.Rsi(14)); // 14 changes need 15 closes
        AssertWarmUp(10, f => f.Atr(9));
        AssertWarmUp(3 + 5 + 2, f => f.Close.Log().Change(3).StandardDeviation(5).Lag(2));
        AssertWarmUp(6, f => (f.High - f.Low).Sma(4) / f.Close.Ema(6));
        AssertWarmUp(12, f => f.Volatility(11));

        void AssertWarmUp(int warmUp, Func<FeatureBuilder, Feature> feature)
        {
            FeaturePipeline single = Features.Pipeline(f => [feature(f)]);
            double[] values = single.Compute(series)[0];
            Assert.Equal(warmUp, single.WarmUpOn(series.Timeframe));
            Assert.All(values.Take(warmUp - 1), value => Assert.Equal(double.NaN, value));
            Assert.All(values.Skip(warmUp - 1), value => Assert.True(double.IsFinite(value), single.ToString()));
        }
    }

    [Fact]
    public void Expressions_compute_what_they_say()
    {
        CandleSeries series = Candles.Of(100, 110, 99, 99);
        double[][] columns = Features.Pipeline(f =>
            [f.Return(2), f.Close.Lag(1), (f.Close - f.Open) / f.Open * 100, f.Close.Change(1).Abs(), f.Close.ZScore(2)]).Compute(series);

        AssertNear([double.NaN, double.NaN, -0.01, -0.1], columns[0]);
        AssertNear([double.NaN, 100, 110, 99], columns[1]);
        AssertNear([0, 10, -10, 0], columns[2]);
        AssertNear([double.NaN, 10, 11, 0], columns[3]);
        AssertNear([double.NaN, 1, -1, double.NaN], columns[4]); // a window that does not vary has no z-score
    }

    [Fact]
    public void An_indicator_begins_where_its_input_does()
    {
        // Changes 1, 2, 3 from the second candle on; their running mean over two from the third.
        double[] values = Features.Pipeline(f => [f.Close.Change(1).Ema(2)]).Compute(Candles.Of(1, 2, 4, 7))[0];

        AssertNear([double.NaN, double.NaN, 1.5, 1.5 + 2 / 3.0 * 1.5], values);
    }

    [Fact]
    public void An_own_indicator_takes_part()
    {
        FeaturePipeline pipeline = Features.Pipeline(f => [f.Close.Apply(name => $"own({name},2)", () => new StandardDeviation(2))]);

        Assert.Equal(["own(close,2)"], pipeline.Names);
        AssertNear([double.NaN, 1, 2], pipeline.Compute(Candles.Of(1, 3, 7))[0]);
    }

    [Fact]
    public void Midnight_is_next_to_the_last_hour()
    {
        double[][] hours = Features.Pipeline(f => [f.HourOfDay(), f.HourOfDay().Cyclic(), f.DayOfWeek()]).Compute(Candles.Generate(1440 + 361));

        Assert.Equal(6, hours[0][360]);
        Assert.Equal((1, 0), (Math.Round(hours[1][360], 12), Math.Round(hours[2][360], 12)));
        Assert.InRange(Math.Pow(hours[1][1439] - hours[1][1440], 2) + Math.Pow(hours[2][1439] - hours[2][1440], 2), 0, 0.0001);
        Assert.Equal((0, 1), (hours[3][0], hours[3][1440])); // 2024-01-01 was a Monday
    }

    [Fact]
    public void Two_columns_of_one_name_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Features.Pipeline(f => [f.Rsi(14), f.Rsi(14)]));
        Assert.Contains("'rsi(14)'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipeline_needs_a_feature() => Assert.Throws<ArgumentException>(() => Features.Pipeline(_ => []));

    [Fact]
    public void The_schema_hash_distinguishes_pipelines()
    {
        Assert.Equal(Of(14), Of(14));
        Assert.NotEqual(Of(14), Of(15));

        static string Of(int period) => Features.Pipeline(f => [f.Rsi(period)]).SchemaHash;
    }

    [Fact]
    public void A_column_that_needs_the_whole_series_does_not_run_live()
    {
        FeaturePipeline pipeline = Features.Pipeline(f => [f.FromSeries("mean", s => s.Close.ToArray()) / f.Close]);

        Assert.False(pipeline.CanStream);
        var error = Assert.Throws<InvalidOperationException>(() => pipeline.Start(Timeframe.OneMinute));
        Assert.Contains("'mean'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_column_throws_comes_out_as_it_is()
    {
        FeaturePipeline pipeline = Features.Pipeline(f => [f.Rsi(14), f.FromSeries("broken", _ => throw new InvalidDataException("no"))]);

        Assert.Throws<InvalidDataException>(() => pipeline.Compute(Candles.Of(1, 2)));
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-12);
    }
}
