using FsCheck;
using FsCheck.Fluent;
using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class TimeframeAlignmentTests
{
    [Fact]
    public void A_longer_candle_appears_with_the_shorter_one_that_ends_at_its_close()
    {
        CandleSeries minutes = Series(Minutes(13));
        TimeframeAlignment alignment = TimeframeAlignment.Of(minutes, minutes.Resample(Timeframe.FiveMinutes));

        Assert.Equal([-1, -1, -1, -1, 0, 0, 0, 0, 0, 1, 1, 1, 1], alignment.Indices.ToArray());
    }

    [Fact]
    public void After_a_gap_the_candle_before_it_stays()
    {
        CandleSeries minutes = Series(Minutes(20)), holed = Series(Minutes(20).Where((_, i) => i is < 5 or >= 15));
        TimeframeAlignment alignment = TimeframeAlignment.Of(minutes, holed.Resample(Timeframe.FiveMinutes));

        Assert.Equal(0, alignment.IndexAt(18));
        Assert.Equal(1, alignment.IndexAt(19));
    }

    [Fact]
    public void Values_spread_over_the_shorter_candles_and_are_unknown_before()
    {
        CandleSeries minutes = Series(Minutes(11));
        double[] spread = new double[11];
        TimeframeAlignment.Of(minutes, minutes.Resample(Timeframe.FiveMinutes)).Spread([7, 8], spread);

        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, 7, 7, 7, 7, 7, 8, 8], spread);
    }

    [Fact]
    public void Never_shows_a_candle_before_its_close_and_never_withholds_one_after()
    {
        var gen = from count in Gen.Choose(1, 3000) from seed in Gen.Choose(0, 500) from longer in Gen.Elements("5m", "1h", "4h", "1d") select (count, seed, longer);
        Prop.ForAll(gen.ToArbitrary(), sample =>
        {
            var random = new System.Random(sample.seed);
            CandleSeries whole = MarketGenerator.Single(sample.count, sample.seed);
            CandleSeries minutes = CandleTable.Of("SYN", Timeframe.OneMinute, [.. whole.Where(_ => random.Next(4) > 0)]).ToSeries();
            CandleSeries longer = whole.Resample(Timeframe.Parse(sample.longer));
            TimeframeAlignment alignment = TimeframeAlignment.Of(minutes, longer);
            for (int i = 0; i < minutes.Count; i++)
            {
                int index = alignment.IndexAt(i);
                Assert.True(index < 0 || longer.CloseTimeAt(index) <= minutes.CloseTimeAt(i));
                Assert.True(index + 1 >= longer.Count || longer.CloseTimeAt(index + 1) > minutes.CloseTimeAt(i));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        CandleSeries minutes = Series(Minutes(10));
        TimeframeAlignment alignment = TimeframeAlignment.Of(minutes, minutes.Resample(Timeframe.FiveMinutes));

        Assert.Throws<ArgumentException>(() => TimeframeAlignment.Of(minutes.Resample(Timeframe.FiveMinutes), minutes));
        Assert.Throws<ArgumentException>(() => alignment.Spread([1, 2], new double[9]));
        Assert.Throws<ArgumentException>(() => alignment.Spread([1], new double[10]));
    }
}
