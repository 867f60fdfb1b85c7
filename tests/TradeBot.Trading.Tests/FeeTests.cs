namespace TradeBot.Trading.Tests;

public class FeeTests
{
    private const long Day = 86_400_000;

    private static readonly FeeSchedule Tiered = new(0.001m, 0.002m) { Tiers = [new(1000m, 0.0005m, 0.001m), new(3000m, -0.0001m, 0.0005m)] };

    [Fact]
    public void Volume_counts_from_the_next_day()
    {
        var meter = new FeeMeter(Tiered);
        Assert.Equal(2m, meter.Charge(1000m, isMaker: false, 5 * Day));
        Assert.Equal(2m, meter.Charge(1000m, isMaker: false, 6 * Day - 1));
        Assert.Equal(1m, meter.Charge(1000m, isMaker: false, 6 * Day));
        Assert.Equal(0.5m, meter.Charge(1000m, isMaker: true, 6 * Day));

        // 4,000 by now: the upper tier, with its rebate.
        Assert.Equal(-0.1m, meter.Charge(1000m, isMaker: true, 7 * Day));
    }

    [Fact]
    public void A_tier_is_reached_at_its_volume_and_not_below()
    {
        var below = new FeeMeter(Tiered);
        below.Charge(999.99m, isMaker: false, 0);
        Assert.Equal(2m, below.Charge(1000m, isMaker: false, Day));

        var at = new FeeMeter(Tiered);
        at.Charge(1000m, isMaker: false, 0);
        Assert.Equal(1m, at.Charge(1000m, isMaker: false, Day));
    }

    [Theory]
    [InlineData(30, 1)] // the day of the volume is the first of the thirty before
    [InlineData(31, 2)]
    [InlineData(500, 2)]
    public void Volume_leaves_after_thirty_days(int day, int fee)
    {
        var meter = new FeeMeter(Tiered);
        meter.Charge(1000m, isMaker: false, 0);
        Assert.Equal(fee, meter.Charge(1000m, isMaker: false, day * Day));
    }

    [Fact]
    public void A_backtest_falls_to_a_better_tier_as_it_trades()
    {
        var candles = new MarketData.CandleSeries(
            "TEST", MarketData.Timeframe.OneDay, Enumerable.Range(0, 4).Select(i => i * Day).ToArray(),
            Hundreds, Hundreds, Hundreds, Hundreds, Hundreds);
        BacktestResult result = Backtest.Run(
            candles, Market.Wanting(0.5, 0, 0.5), Market.Free with { Fees = Tiered with { Tiers = [new(450m, 0m, 0.001m)] }, Cash = 1000m });
        Assert.Equal(3, result.Fills.Count);
        Assert.Equal([0.002m, 0.001m, 0.001m], result.Fills.Select(f => Math.Round(f.Fee / f.Notional, 6)));
        Assert.Contains("from 450: 0 and 0.001", result.Manifest.Options["fees"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_bybit_is_the_published_one()
    {
        Assert.Equal(["0.02/0.055", "0.018/0.04", "0.016/0.0375", "0.014/0.035", "0.012/0.032", "0.01/0.032", "0/0.03"], Levels(Fees.Bybit.LinearVip));
        Assert.Equal(["0.1/0.1", "0.0675/0.08", "0.065/0.0775", "0.0625/0.075", "0.05/0.06", "0.04/0.05", "0.03/0.045"], Levels(Fees.Bybit.SpotVip));
        Assert.Equal([10m, 25m, 50m, 100m, 250m, 500m], Fees.Bybit.LinearByVolume.Tiers.Select(t => t.Volume / 1_000_000m));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Fees.Bybit.LinearVip(7));
    }

    [Fact]
    public void Volumes_of_tiers_rise() =>
        Assert.Throws<ArgumentException>(() => new FeeSchedule(0m, 0m) { Tiers = [new(10m, 0m, 0m), new(10m, 0m, 0m)] });

    private static ReadOnlyMemory<double> Hundreds => new double[] { 100, 100, 100, 100 };

    private static IEnumerable<string> Levels(Func<int, FeeSchedule> level) =>
        Enumerable.Range(0, 7).Select(i => FormattableString.Invariant($"{level(i).Maker * 100:0.####}/{level(i).Taker * 100:0.####}"));
}
