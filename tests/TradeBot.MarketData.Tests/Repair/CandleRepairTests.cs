using FsCheck;
using FsCheck.Fluent;
using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class CandleRepairTests
{
    [Fact]
    public void Sorting_puts_candles_in_place_and_logs_which()
    {
        CandleRepair repair = new CandleRepair(Table(Minute(0), Minute(2), Minute(1), Minute(3))).Sort();

        Assert.Equal([Minute(0), Minute(1), Minute(2), Minute(3)], repair.ToSeries());
        Assert.Equal([new RepairChange(RepairAction.Moved, Start.AddMinutes(1), Minute(1), Minute(1), "stood after a later candle")], repair.Log);
    }

    [Theory]
    [InlineData(DuplicateRule.LargestVolume, 7)]
    [InlineData(DuplicateRule.First, 3)]
    [InlineData(DuplicateRule.Last, 5)]
    public void Of_duplicates_one_stays_by_the_rule(DuplicateRule rule, double volume)
    {
        Candle[] same = [Minute(1) with { Volume = 3 }, Minute(1) with { Volume = 7 }, Minute(1) with { Volume = 5 }];
        CandleRepair repair = new CandleRepair(Table([Minute(0), .. same, Minute(2)])).MergeDuplicates(rule);

        Assert.Equal([10, volume, 10], repair.ToSeries().Volume.ToArray());
        Assert.Equal(2, repair.Log.Count);
        Assert.All(repair.Log, change => Assert.Equal(RepairAction.Merged, change.Action));
    }

    [Fact]
    public void The_same_candle_twice_is_logged_as_such()
    {
        CandleRepair repair = new CandleRepair(Table(Minute(0), Minute(0))).MergeDuplicates();

        Assert.Equal("the same candle twice", Assert.Single(repair.Log).Reason);
    }

    [Fact]
    public void Dropping_takes_out_what_cannot_be_and_nothing_else()
    {
        CandleTable table = Table(
            Minute(0), Minute(1) with { High = 1 }, Minute(2) with { Low = -1 }, Minute(3) with { Close = double.NaN }, Minute(4) with { Volume = -1 },
            Minute(5.5), Minute(6) with { Volume = 0 }, Minute(7) with { Open = double.PositiveInfinity, High = double.PositiveInfinity });
        CandleRepair repair = new CandleRepair(table).DropInvalid();

        Assert.Equal([Start, Start.AddMinutes(6)], repair.ToSeries().Select(candle => candle.OpenTime));
        Assert.Equal(6, repair.Log.Count);
        Assert.Equal(Minute(5.5), repair.Log[0].Before);
        Assert.Null(repair.Log[0].After);
    }

    [Fact]
    public void A_candle_that_had_not_closed_and_a_chosen_range_are_dropped()
    {
        CandleRepair repair = new CandleRepair(Series(Minutes(10))).DropOpen(Start.AddMinutes(9.5)).Drop(Start, Start.AddMinutes(2), "before the listing");

        Assert.Equal(Minutes(9).Skip(2), repair.ToSeries());
        Assert.Equal("before the listing", repair.Log[^1].Reason);
    }

    [Fact]
    public async Task Refetching_fills_gaps_with_what_the_source_has()
    {
        List<Candle> minutes = Minutes(20);
        var source = new SeriesCandleSource([Series(minutes.Where((_, i) => i != 12))], "backup");
        CandleRepair repair = await new CandleRepair(Series(minutes.Where((_, i) => i is < 5 or 8 or 9 or > 13))).RefetchAsync(source);

        Assert.Equal([new CandleGap(Start.AddMinutes(11), Start.AddMinutes(13), 1)], repair.ToSeries().Gaps());
        Assert.Equal(minutes.Where((_, i) => i != 12), repair.ToSeries());
        Assert.Equal([5, 6, 7, 10, 11, 13], repair.Log.Select(change => (int)(change.OpenTime - Start).TotalMinutes));
        Assert.All(repair.Log, change => Assert.Equal((RepairAction.Added, "fetched from backup"), (change.Action, change.Reason)));
        Assert.False(repair.ToSeries().HasSynthetic);
    }

    [Fact]
    public async Task Refetching_a_range_replaces_what_differs()
    {
        CandleSeries right = Series(Minutes(10));
        CandleRepair repair = new(Series([.. Minutes(10).Take(6), Minute(6) with { Volume = 1 }, .. Minutes(10).Skip(7)]));
        await repair.RefetchAsync(new SeriesCandleSource([right]), Start.AddMinutes(5), Start.AddMinutes(8));

        Assert.Equal(right.ContentHash, repair.ToSeries().ContentHash);
        RepairChange change = Assert.Single(repair.Log);
        Assert.Equal((RepairAction.Replaced, 1.0, 10.0), (change.Action, change.Before!.Value.Volume, change.After!.Value.Volume));
    }

    [Fact]
    public async Task A_candle_that_cannot_be_is_not_taken_from_a_source()
    {
        CandleTable bad = Table(Minute(0), Minute(1) with { High = 1 }, Minute(2));
        var source = new SeriesCandleSource([bad.ToSeries()], "broken");

        var error = await Assert.ThrowsAsync<CandleDataException>(() => new CandleRepair(Series(Minute(0), Minute(2))).RefetchAsync(source));
        Assert.Contains("broken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Filling_carries_the_close_without_volume_and_marks_it()
    {
        CandleRepair repair = new CandleRepair(Series(Minute(0), Minute(1), Minute(4))).FillForward();
        double close = Minute(1).Close;

        Assert.Equal(new Candle(Start.AddMinutes(3), close, close, close, close, 0), repair.ToSeries()[3]);
        Assert.Equal([false, false, true, true, false], repair.ToSeries().Synthetic.ToArray());
        Assert.Equal(2, repair.Log.Count(change => change.Action == RepairAction.Filled));
    }

    [Fact]
    public void Long_gaps_stay_open()
    {
        CandleSeries filled = new CandleRepair(Series(Minute(0), Minute(3), Minute(10))).FillForward(longest: 2).ToSeries();

        Assert.Equal([new CandleGap(Start.AddMinutes(3), Start.AddMinutes(10), 6)], filled.Gaps());
    }

    [Fact]
    public async Task A_made_up_candle_stays_marked_through_a_second_repair_until_a_source_has_it()
    {
        CandleSeries filled = new CandleRepair(Series(Minute(0), Minute(3))).FillForward().ToSeries();
        CandleSeries again = new CandleRepair(filled).Sort().MergeDuplicates().DropInvalid().FillForward().ToSeries();
        Assert.Equal(filled.ContentHash, again.ContentHash);

        CandleRepair refetched = new(filled);
        await refetched.RefetchAsync(new SeriesCandleSource([Series(Minutes(3))]), Start, Start.AddMinutes(3));
        Assert.Equal(Minutes(4), refetched.ToSeries());
        Assert.False(refetched.ToSeries().HasSynthetic);
    }

    [Fact]
    public void Steps_that_need_order_say_so()
    {
        Assert.Throws<InvalidOperationException>(() => new CandleRepair(Table(Minute(1), Minute(0))).MergeDuplicates());
        Assert.Throws<InvalidOperationException>(() => new CandleRepair(Table(Minute(0), Minute(0))).FillForward());
        Assert.Throws<ArgumentOutOfRangeException>(() => new CandleRepair(Table(Minute(0))).FillForward(0));
    }

    [Fact]
    public void The_log_is_written_with_the_values_before_and_after()
    {
        CandleRepair repair = new CandleRepair(Table(Minute(0), Minute(1) with { High = 1 }, Minute(3))).DropInvalid();
        using var text = new StringWriter { NewLine = "\n" };
        repair.Log.WriteCsv(text);

        Assert.Equal(
            "TEST,1m,Dropped,1704067260000,100,1,98,100.1,10,,,,,,\"its values are impossible for a candle\"",
            text.ToString().Split('\n')[1]);
        Assert.Contains("1  its values are impossible", repair.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_broken_comes_out_sound_and_every_difference_is_in_the_log()
    {
        var gen = from count in Gen.Choose(2, 300) from seed in Gen.Choose(0, 10_000) select (count, seed);
        Prop.ForAll(gen.ToArbitrary(), sample =>
        {
            List<Candle> broken = Break([.. MarketGenerator.Single(sample.count, sample.seed)], new System.Random(sample.seed));
            CandleRepair repair = new CandleRepair(Table(broken)).DropInvalid().Sort().MergeDuplicates().FillForward();
            CandleSeries sound = repair.ToSeries();

            Assert.False(sound.Validate().HasErrors);
            Assert.Empty(sound.Gaps());
            int Of(RepairAction action) => repair.Log.Count(change => change.Action == action);
            Assert.Equal(sound.Count, broken.Count - Of(RepairAction.Dropped) - Of(RepairAction.Merged) + Of(RepairAction.Filled));
        }).QuickCheckThrowOnFailure();
    }

    private static List<Candle> Break(List<Candle> candles, System.Random random)
    {
        for (int i = 0; i < candles.Count; i++)
        {
            candles[i] = random.Next(12) switch
            {
                0 => candles[i] with { High = 0.1 },
                1 => candles[i] with { Close = double.NaN },
                2 => candles[i] with { OpenTime = candles[i].OpenTime.AddSeconds(random.Next(60)) },
                3 => candles[random.Next(candles.Count)],
                4 => candles[i] with { Volume = 0 },
                _ => candles[i],
            };
        }

        candles.RemoveAll(_ => random.Next(10) == 0);
        return candles;
    }
}
