using FsCheck;
using FsCheck.Fluent;
using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class ResamplerTests
{
    [Fact]
    public void A_bucket_has_the_first_open_the_last_close_the_extremes_and_the_sums()
    {
        CandleSeries hours = CandleTable.Of("TEST", Timeframe.OneHour,
        [
            new Candle(Start, 10, 12, 9, 11, 1, 10),
            new Candle(Start.AddHours(1), 11, 15, 10, 14, 2, 25),
            new Candle(Start.AddHours(2), 14, 14, 8, 9, 3, 30),
            new Candle(Start.AddHours(3), 9, 10, 9, 10, 4, 38),
        ]).ToSeries();

        Assert.Equal(
            [new Candle(Start, 10, 15, 9, 14, 3, 35), new Candle(Start.AddHours(2), 14, 14, 8, 10, 7, 68)],
            hours.Resample(Timeframe.TwoHours));
    }

    [Fact]
    public void A_bucket_has_its_open_time_and_counts_what_is_there_even_when_its_first_candle_is_missing()
    {
        ResampledCandles resampled = Resampler.Run(
            Series(Minutes(15).Where((_, i) => i is not (5 or 7))), Timeframe.FiveMinutes);

        Assert.Equal([Start, Start.AddMinutes(5), Start.AddMinutes(10)], resampled.Series.Select(candle => candle.OpenTime));
        Assert.Equal([5, 3, 5], resampled.SourceCounts.ToArray());
    }

    [Fact]
    public void A_bucket_without_a_candle_is_absent() => Assert.Equal(
        [Start, Start.AddMinutes(10)],
        Series(Minutes(15).Where((_, i) => i is < 5 or >= 10)).Resample(Timeframe.FiveMinutes).Select(candle => candle.OpenTime));

    [Theory]
    [InlineData(14, 2)] // 00:10 to 00:14 lacks its last minute
    [InlineData(15, 3)]
    [InlineData(16, 3)]
    [InlineData(4, 0)]
    [InlineData(0, 0)]
    public void The_last_bucket_counts_only_when_a_candle_closes_it(int minutes, int buckets) =>
        Assert.Equal(buckets, Series(Minutes(minutes)).Resample(Timeframe.FiveMinutes).Count);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)] // 00:00 to 00:04 lacks its first minute
    [InlineData(5, 2)]
    [InlineData(11, 0)]
    public void The_first_bucket_counts_only_when_a_candle_opens_it(int from, int buckets) =>
        Assert.Equal(buckets, Series(Minutes(15).Skip(from)).Resample(Timeframe.FiveMinutes).Count);

    [Fact]
    public void Its_own_timeframe_gives_the_series_itself()
    {
        CandleSeries series = Series(Minutes(7));
        Assert.Same(series, series.Resample(Timeframe.OneMinute));
    }

    [Fact]
    public void Weeks_open_on_Monday_and_months_on_their_first_day()
    {
        CandleSeries days = MarketGenerator.Single(92, 1, Timeframe.OneDay); // Monday 2024-01-01 to Monday 2024-04-01

        Assert.All(days.Resample(Timeframe.OneWeek), week => Assert.Equal(DayOfWeek.Monday, week.OpenTime.DayOfWeek));
        Assert.Equal(13, days.Resample(Timeframe.OneWeek).Count);
        Assert.Equal([1, 2, 3], days.Resample(Timeframe.OneMonth).Select(month => month.OpenTime.Month));
        Assert.Equal([31, 29, 31], Resampler.Run(days, Timeframe.OneMonth).SourceCounts.ToArray());
    }

    [Theory]
    [InlineData("3m", "5m")]
    [InlineData("4h", "6h")]
    [InlineData("1h", "1m")]
    [InlineData("1w", "1M")]
    [InlineData("1M", "1w")]
    public void A_timeframe_that_is_no_whole_number_of_candles_is_refused(string from, string to)
    {
        Assert.False(Resampler.CanResample(Timeframe.Parse(from), Timeframe.Parse(to)));
        CandleSeries series = CandleTable.Of("TEST", Timeframe.Parse(from), [Minute(0)]).ToSeries();
        var error = Assert.Throws<ArgumentException>(() => series.Resample(Timeframe.Parse(to)));
        Assert.Contains("accepted are", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bucket_is_synthetic_only_when_all_of_it_is()
    {
        CandleSeries holed = Series(Minutes(15).Where((_, i) => i is 0 or 1 or 2 or 3 or 4 or 12 or 13 or 14));
        CandleSeries filled = AlignedCandles.Of([holed, Series(Minutes(15))], AlignmentPolicy.ForwardFill).Series[0];

        Assert.Equal([false, true, false], filled.Resample(Timeframe.FiveMinutes).Synthetic.ToArray());
    }

    [Fact]
    public void Two_steps_give_what_one_step_gives()
    {
        Gen<CandleSeries> holedMinutes =
            from start in Gen.Choose(0, 3000)
            from count in Gen.Choose(0, 4000)
            from seed in Gen.Choose(0, 1000)
            from keep in Gen.Choose(1, 10)
            select Holed(start, count, seed, keep);
        (Timeframe Middle, Timeframe Long)[] steps =
        [
            (Timeframe.ThreeMinutes, Timeframe.FifteenMinutes), (Timeframe.FiveMinutes, Timeframe.OneHour),
            (Timeframe.OneHour, Timeframe.OneDay), (Timeframe.FourHours, Timeframe.OneDay),
        ];

        Prop.ForAll(holedMinutes.ToArbitrary(), series =>
        {
            (DateTime from, DateTime until) = series.Count == 0 ? (Start, Start) : (series.OpenTimeAt(0), series.CloseTimeAt(series.Count - 1));
            foreach ((Timeframe middle, Timeframe longer) in steps)
            {
                AssertSame(
                    series.Resample(longer),
                    Resampler.Run(Resampler.Run(series, middle).Series, longer, from, until).Series);
            }
        }).QuickCheckThrowOnFailure();

        static CandleSeries Holed(int start, int count, int seed, int keep)
        {
            CandleSeries whole = MarketGenerator.Single(start + count, seed);
            var random = new System.Random(seed);
            return CandleTable.Of("SYN", Timeframe.OneMinute, [.. whole.Skip(start).Where(_ => random.Next(10) < keep)]).ToSeries();
        }
    }

    [Fact]
    public void Two_steps_need_no_begin_and_end_when_nothing_is_missing()
    {
        CandleSeries series = MarketGenerator.Single(6_000, 4).Slice(37, 5_900);

        AssertSame(series.Resample(Timeframe.OneDay), series.Resample(Timeframe.OneHour).Resample(Timeframe.OneDay));
    }

    [Fact]
    public void A_record_that_is_known_to_go_on_closes_its_last_bucket()
    {
        CandleSeries series = Series(Minutes(13)); // silence since 00:13

        Assert.Equal(2, series.Resample(Timeframe.FiveMinutes).Count);
        Assert.Equal([5, 5, 3], Resampler.Run(series, Timeframe.FiveMinutes, until: Start.AddMinutes(15)).SourceCounts.ToArray());
    }

    private static void AssertSame(CandleSeries expected, CandleSeries actual)
    {
        Assert.True(expected.OpenTimes.SequenceEqual(actual.OpenTimes));
        Assert.True(expected.Open.SequenceEqual(actual.Open));
        Assert.True(expected.High.SequenceEqual(actual.High));
        Assert.True(expected.Low.SequenceEqual(actual.Low));
        Assert.True(expected.Close.SequenceEqual(actual.Close));
        for (int i = 0; i < expected.Count; i++)
            Assert.Equal(1, actual.Volume[i] / expected.Volume[i], 1e-12); // sums in another order
    }
}
