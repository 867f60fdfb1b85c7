using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class CandleValidatorTests
{
    [Fact]
    public void Sound_candles_have_no_defects()
    {
        ValidationReport report = Series(Minutes(100)).Validate();

        Assert.Empty(report.Defects);
        Assert.True(report.IsSound);
        Assert.Equal(1, report.Fraction);
        Assert.Contains("No defects.", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_candles_have_no_defects()
    {
        ValidationReport report = Table().Validate();

        Assert.Empty(report.Defects);
        Assert.Empty(report.Completeness);
        Assert.True(double.IsNaN(report.Fraction));
    }

    [Fact]
    public void A_gap_is_reported_with_its_size_and_its_ends()
    {
        CandleDefect gap = Only(Table([.. Minutes(10), Minute(15), Minute(16)]), DefectKind.Gap);

        Assert.Equal((Start.AddMinutes(10), Start.AddMinutes(15), 5L), (gap.From, gap.To, gap.Count));
        Assert.Equal("5 candles are missing from 2024-01-01 00:10 to 2024-01-01 00:15.", gap.Sentence);
        Assert.Equal(DefectSeverity.Warning, gap.Severity);
    }

    [Fact]
    public void Adjacent_and_distant_duplicates_are_found()
    {
        ValidationReport report = Table([Minute(0), Minute(1), Minute(1), Minute(2), Minute(3), Minute(0), Minute(4)]).Validate();

        Assert.Equal([Start.AddMinutes(0), Start.AddMinutes(1)], report.Of(DefectKind.Duplicate).Select(defect => defect.From));
        Assert.Equal(0, report.CandlesWith(DefectKind.Disorder));
        Assert.Equal(0, report.CandlesWith(DefectKind.Gap));
    }

    [Fact]
    public void A_candle_after_a_later_one_is_disorder_and_fills_its_gap()
    {
        ValidationReport report = Table([Minute(0), Minute(2), Minute(3), Minute(1), Minute(4)]).Validate();

        CandleDefect defect = Assert.Single(report.Defects);
        Assert.Equal((DefectKind.Disorder, Start.AddMinutes(1)), (defect.Kind, defect.From));
        Assert.Equal(1, report.Fraction);
    }

    [Fact]
    public void An_open_time_off_the_grid_is_found_once_per_stretch()
    {
        CandleDefect defect = Only(Table([Minute(0), Minute(1.5), Minute(2.5), Minute(3), Minute(4)]), DefectKind.OffGrid);

        Assert.Equal(2, defect.Count);
        Assert.Equal(Start.AddMinutes(1.5), defect.From);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_found_in_every_column(double value)
    {
        AssertFound(DefectKind.NotFinite, candle => candle with { Open = value });
        AssertFound(DefectKind.NotFinite, candle => candle with { High = value });
        AssertFound(DefectKind.NotFinite, candle => candle with { Low = value });
        AssertFound(DefectKind.NotFinite, candle => candle with { Close = value });
        AssertFound(DefectKind.NotFinite, candle => candle with { Volume = value });
    }

    [Fact]
    public void A_turnover_that_is_not_stated_is_no_defect_and_a_negative_one_is()
    {
        List<Candle> candles = [.. Minutes(5).Select(candle => candle with { Turnover = 1000 })];
        candles[2] = candles[2] with { Turnover = double.NaN };
        Assert.True(Table(candles).Validate().IsSound);

        candles[2] = candles[2] with { Turnover = -1 };
        Assert.Equal(1, Only(Table(candles), DefectKind.NegativeVolume).Count);
    }

    [Fact]
    public void Prices_that_cannot_be_are_found()
    {
        AssertFound(DefectKind.NonPositivePrice, candle => candle with { Low = 0 });
        AssertFound(DefectKind.NonPositivePrice, candle => candle with { Low = -98 });
        AssertFound(DefectKind.PriceOrder, candle => candle with { High = 99.9 });
        AssertFound(DefectKind.PriceOrder, candle => candle with { Low = 100.05 });
        AssertFound(DefectKind.PriceOrder, candle => candle with { Open = 103 });
        AssertFound(DefectKind.PriceOrder, candle => candle with { Close = 97 });
        AssertFound(DefectKind.NegativeVolume, candle => candle with { Volume = -1 });
    }

    [Fact]
    public void The_first_and_the_last_row_are_checked_too()
    {
        List<Candle> candles = Minutes(5);
        candles[0] = candles[0] with { High = 1 };
        candles[^1] = candles[^1] with { High = 1 };

        Assert.Equal([Start, Start.AddMinutes(4)], Table(candles).Validate().Of(DefectKind.PriceOrder).Select(defect => defect.From));
    }

    [Fact]
    public void Rows_without_volume_are_counted_in_runs_and_only_information()
    {
        List<Candle> candles = Minutes(20);
        foreach (int i in (int[])[3, 4, 5, 9])
            candles[i] = candles[i] with { Volume = 0 };
        ValidationReport report = Table(candles).Validate();

        Assert.Equal([3L, 1L], report.Of(DefectKind.ZeroVolume).Select(defect => defect.Count));
        Assert.Equal(Start.AddMinutes(6), report.Defects[0].To);
        Assert.True(report.IsSound);
        Assert.Equal([3L], Table(candles).Validate(new ValidationOptions { ZeroVolumeCandles = 2 }).Defects.Select(defect => defect.Count));
    }

    [Fact]
    public void A_price_that_does_not_move_while_it_trades_is_stuck()
    {
        List<Candle> candles = Minutes(50);
        for (int i = 10; i < 40; i++)
            candles[i] = new Candle(candles[i].OpenTime, 100.1, 100.1, 100.1, 100.1, 5);
        CandleDefect defect = Only(Table(candles), DefectKind.StuckPrice);

        Assert.Equal((30L, Start.AddMinutes(10), Start.AddMinutes(40)), (defect.Count, defect.From, defect.To));
        Assert.Empty(Table(candles).Validate(new ValidationOptions { StuckCandles = 31 }).Defects);
    }

    [Fact]
    public void A_flat_price_without_volume_is_not_stuck()
    {
        List<Candle> candles = Minutes(50);
        for (int i = 10; i < 40; i++)
            candles[i] = new Candle(candles[i].OpenTime, 100.1, 100.1, 100.1, 100.1, 0);

        Assert.Equal([DefectKind.ZeroVolume], Table(candles).Validate().Defects.Select(defect => defect.Kind));
    }

    [Fact]
    public void A_spike_that_reverts_is_a_warning_and_a_move_that_stays_is_information()
    {
        List<Candle> spike = Minutes(200), jump = Minutes(200);
        spike[100] = spike[100] with { High = 160, Close = 150 };
        for (int i = 100; i < 200; i++)
            jump[i] = jump[i] with { Open = 150, High = 153, Low = 147, Close = jump[i].Close * 1.5 };

        CandleDefect bad = Only(Table(spike), DefectKind.Outlier), real = Only(Table(jump), DefectKind.Outlier);
        Assert.Equal((DefectSeverity.Warning, Start.AddMinutes(100)), (bad.Severity, bad.From));
        Assert.Equal((DefectSeverity.Information, Start.AddMinutes(100)), (real.Severity, real.From));
    }

    [Fact]
    public void A_move_across_a_gap_is_no_outlier()
    {
        List<Candle> candles = Minutes(200);
        candles.AddRange(Enumerable.Range(230, 100).Select(i => Minute(i) with { Open = 150, High = 153, Low = 147, Close = 150 + i % 3 }));

        Assert.Equal([DefectKind.Gap], Table(candles).Validate().Defects.Select(defect => defect.Kind));
    }

    [Fact]
    public void Pages_that_came_back_short_are_recognised_as_such()
    {
        // 200 of each 1,000, five times.
        IEnumerable<Candle> candles = Enumerable.Range(0, 5).SelectMany(page => Enumerable.Range(page * 1000, 200)).Select(i => Minute(i));
        ValidationReport report = Table(candles).Validate();

        Assert.Equal(4, report.Of(DefectKind.Gap).Count());
        CandleDefect paging = Assert.Single(report.Of(DefectKind.PagingHoles));
        Assert.Equal(3200, paging.Count);
        Assert.Contains("200 candles present, then 800 missing, 4 times", paging.Sentence, StringComparison.Ordinal);
        Assert.True(report.HasErrors);
    }

    [Fact]
    public void Gaps_of_a_quiet_market_are_no_pages()
    {
        // Every third minute had no trade: regular, but no page is that short.
        Assert.Equal(0, Table(Minutes(600).Where((_, i) => i % 3 != 2)).Validate().CandlesWith(DefectKind.PagingHoles));
    }

    [Fact]
    public void A_last_candle_that_has_not_closed_is_an_error()
    {
        CandleTable table = Table(Minutes(5)); // the last one closes at 00:05

        Assert.True(table.Validate(new ValidationOptions { Now = Start.AddMinutes(4.5) }).HasErrors);
        Assert.Empty(table.Validate(new ValidationOptions { Now = Start.AddMinutes(5) }).Defects);
    }

    [Fact]
    public void Completeness_counts_each_day_between_the_first_and_the_last_candle()
    {
        // From 22:00 for 4 hours without the 23rd: 60 of 120, then 120 of 120.
        IEnumerable<Candle> candles = Enumerable.Range(0, 240).Where(i => i is < 60 or >= 120).Select(i => Minute(i + 1320));

        Assert.Equal(
            [new CompletenessPoint(Start, 120, 60), new CompletenessPoint(Start.AddDays(1), 120, 120)],
            Table(candles).Validate().Completeness);
    }

    [Fact]
    public void Months_are_checked_on_their_own_grid()
    {
        Candle[] candles = [.. ((int[])[1, 2, 3, 5]).Select(month => Minute(0) with { OpenTime = new DateTime(2024, month, 1, 0, 0, 0, DateTimeKind.Utc) })];
        ValidationReport report = CandleTable.Of("TEST", Timeframe.OneMonth, candles).Validate();

        Assert.Equal((DefectKind.Gap, 1L), (Assert.Single(report.Defects).Kind, report.Defects[0].Count));
        Assert.Equal([1, 1, 1, 0, 1], report.Completeness.Select(point => point.Present));
    }

    [Fact]
    public void Made_up_candles_are_reported()
    {
        CandleSeries series = AlignedCandles.Of([Series(Minute(0), Minute(2)), Series(Minutes(3))], AlignmentPolicy.ForwardFill).Series[0];

        Assert.Equal(1, series.Validate().CandlesWith(DefectKind.Synthetic));
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        CandleTable table = Table(Minutes(2));

        Assert.Equal("OutlierScore", Assert.Throws<ArgumentOutOfRangeException>(() => table.Validate(new ValidationOptions { OutlierScore = 0 })).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Validate(new ValidationOptions { StuckCandles = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Validate(new ValidationOptions { ZeroVolumeCandles = 0 }));
    }

    [Fact]
    public void The_text_lists_the_gravest_defects_first()
    {
        List<Candle> candles = [.. Minutes(10), Minute(12)];
        candles[2] = candles[2] with { Volume = 0 };
        candles[^1] = candles[^1] with { High = 1 };
        string[] lines = Table(candles).Validate().ToString().Split('\n');

        Assert.Equal("TEST 1m: 11 rows from 2024-01-01 to 2024-01-01, 84.615 % complete", lines[0]); // 11 of 13
        Assert.StartsWith("  Error", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("  Warning", lines[6], StringComparison.Ordinal);
        Assert.StartsWith("  Information", lines[7], StringComparison.Ordinal);
    }

    private static void AssertFound(DefectKind kind, Func<Candle, Candle> breaking)
    {
        List<Candle> candles = Minutes(9);
        candles[4] = breaking(candles[4]);
        CandleDefect defect = Only(Table(candles), kind);
        Assert.Equal((DefectSeverity.Error, Start.AddMinutes(4), Start.AddMinutes(5)), (defect.Severity, defect.From, defect.To));
    }

    private static CandleDefect Only(CandleTable table, DefectKind kind) => Assert.Single(table.Validate().Of(kind));
}
