using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class CandleAggregatorTests
{
    [Fact]
    public void Makes_the_candles_of_the_resampler_whatever_is_missing()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            CandleSeries whole = MarketGenerator.Single(600, seed);
            var random = new System.Random(seed);
            int[] kept = [.. Enumerable.Range(random.Next(30), 500).Where(_ => random.Next(4) > 0)];
            CandleSeries minutes = new(
                whole.Symbol, whole.Timeframe, kept.Select(i => whole.OpenTimes[i]).ToArray(), kept.Select(i => whole.Open[i]).ToArray(), kept.Select(i => whole.High[i]).ToArray(),
                kept.Select(i => whole.Low[i]).ToArray(), kept.Select(i => whole.Close[i]).ToArray(), kept.Select(i => whole.Volume[i]).ToArray());

            Candle[] expected = [.. minutes.Resample(Timeframe.FifteenMinutes)];
            List<Candle> built = Build(minutes, Timeframe.FifteenMinutes);

            // The resampler sees the end of the data; the builder waits for a candle of a later bucket.
            Assert.InRange(expected.Length - built.Count, 0, 1);
            Assert.Equal(expected[..built.Count].Select(Rounded), built.Select(Rounded));
        }
    }

    [Fact]
    public void A_candle_is_complete_with_its_last_part_and_not_before()
    {
        CandleSeries minutes = Series(Minutes(4));
        var builder = new CandleAggregator(Timeframe.OneMinute, Timeframe.ThreeMinutes);
        bool[] completed = [.. minutes.Select(candle => builder.Add(candle, out _, out _).Completed)];
        Assert.Equal([false, false, true, false], completed);
    }

    [Theory]
    [InlineData("1d")]
    [InlineData("1w")]
    [InlineData("1M")]
    public void Makes_the_candles_of_the_resampler_of_markets_that_close(string longer)
    {
        var timeframe = Timeframe.Parse(longer);
        foreach ((string what, CandleSeries series) in Sessions.All())
        {
            Candle[] expected = [.. series.Resample(timeframe)];
            List<Candle> built = Build(series, timeframe);

            Assert.True(expected.Length - built.Count is 0 or 1, $"{what}: {expected.Length} and {built.Count}");
            Assert.Equal(expected[..built.Count].Select(Rounded), built.Select(Rounded));
        }
    }

    private static List<Candle> Build(CandleSeries minutes, Timeframe timeframe)
    {
        var builder = new CandleAggregator(minutes.Timeframe, timeframe);
        List<Candle> built = [];
        foreach (Candle candle in minutes)
        {
            (bool isLate, bool isCompleted) = builder.Add(candle, out Candle late, out Candle completed);
            if (isLate)
                built.Add(late);
            if (isCompleted)
                built.Add(completed);
        }

        return built;
    }

    private static Candle Rounded(Candle candle) => candle with { Volume = Math.Round(candle.Volume, 6), Turnover = double.NaN };
}
