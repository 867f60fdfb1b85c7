using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class LongerFeatureTests
{
    [Theory]
    [InlineData(0, "5m")]
    [InlineData(3, "5m")]
    [InlineData(3, "1h")]
    public void Values_are_those_of_the_resampled_candles_from_their_close_on(int skipped, string timeframe)
    {
        CandleSeries all = Candles.Generate(900, withOutage: true), series = all.Slice(skipped, all.Count - skipped);
        var longer = Timeframe.Parse(timeframe);

        double[] actual = Features.Pipeline(f => [f.On(longer).Close.Ema(4)]).Compute(series)[0];

        CandleSeries resampled = series.Resample(longer);
        double[] averages = new double[resampled.Count], expected = new double[series.Count];
        Ema.Compute(resampled.Close, 4, averages);
        TimeframeAlignment.Of(series, resampled).Spread(averages, expected);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void An_hour_is_not_visible_before_it_closes()
    {
        double[] closes = [.. Enumerable.Range(0, 121).Select(minute => 100.0 + minute)];

        double[] hourly = Features.Pipeline(f => [f.On(Timeframe.OneHour).Close]).Compute(Candles.Of(closes))[0];

        Assert.Equal(double.NaN, hourly[58]);
        Assert.Equal(159, hourly[59]); // the minute that ends the hour
        Assert.Equal(159, hourly[118]);
        Assert.Equal(219, hourly[119]);
    }

    [Fact]
    public void An_hour_with_its_end_missing_counts_once_the_next_has_begun()
    {
        double[] closes = [.. Enumerable.Range(0, 70).Select(minute => minute is > 50 and < 63 ? double.NaN : 100.0 + minute)];
        CandleSeries series = Candles.Of(closes);

        double[] hourly = Features.Pipeline(f => [f.On(Timeframe.OneHour).Close]).Compute(series)[0];

        Assert.Equal(double.NaN, hourly[50]);
        Assert.Equal(150, hourly[51]); // minute 63 is the next candle there is
    }

    [Fact]
    public void What_is_built_on_longer_candles_alone_stays_there()
    {
        FeaturePipeline pipeline = Features.Pipeline(f =>
        {
            FeatureBuilder hour = f.On(Timeframe.OneHour);
            return [(hour.High - hour.Low).Sma(3) * 2, hour.Close / f.Close];
        });

        Assert.Equal(["(sma(high - low, 3) * 2) on 1h", "close on 1h / close"], pipeline.Names);
    }

    [Fact]
    public void The_warm_up_counts_the_candles_of_the_run()
    {
        FeaturePipeline pipeline = Features.Pipeline(f => [f.On(Timeframe.OneHour).Ema(20)]);

        // Twenty hours, and up to 59 minutes of an hour that had begun before.
        Assert.Equal(20 * 60 + 59, pipeline.WarmUpOn(Timeframe.OneMinute));
        Assert.Equal(20 * 12 + 11, pipeline.WarmUpOn(Timeframe.FiveMinutes));
    }

    [Fact]
    public void Longer_candles_cannot_make_shorter_ones() => Assert.Throws<ArgumentException>(() =>
        Features.Pipeline(f => [f.On(Timeframe.OneMinute).Close]).Start(Timeframe.OneHour));
}
