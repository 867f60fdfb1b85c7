using TradeBot.Indicators.Volume;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Volume;

public class VolumeHandTests
{
    private static readonly DateTime Midnight = new(2024, 5, 6, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_session_average_restarts_with_each_utc_day()
    {
        var vwap = new SessionVwap();
        Assert.Equal(new VwapLines(10, 0), vwap.Update(At(Midnight.AddHours(22), 10, 1)));

        // (10 + 3 · 20) / 4 = 17.5; (1 · 7.5² + 3 · 2.5²) / 4 = 18.75.
        Assert.Equal(new VwapLines(17.5, Math.Sqrt(18.75)), vwap.Update(At(Midnight.AddHours(23), 20, 3)));
        Assert.Equal(new VwapLines(30, 0), vwap.Update(At(Midnight.AddDays(1), 30, 2)));
    }

    [Fact]
    public void A_session_average_is_unknown_until_something_is_traded()
    {
        var vwap = new SessionVwap();
        Assert.Equal(double.NaN, vwap.Update(At(Midnight, 10, 0)).Vwap);
        Assert.Equal(12, vwap.Update(At(Midnight.AddHours(1), 12, 1)).Vwap);
        Assert.Equal(12, vwap.Update(At(Midnight.AddHours(2), 50, 0)).Vwap);
    }

    [Fact]
    public void The_anchored_average_passes_over_what_came_before()
    {
        var vwap = new AnchoredVwap(Midnight.AddHours(1));
        Assert.Equal(double.NaN, vwap.Update(At(Midnight, 10, 5)).Vwap);
        Assert.Equal(20, vwap.Update(At(Midnight.AddHours(1), 20, 1)).Vwap);
        Assert.Equal(25, vwap.Update(At(Midnight.AddDays(3), 30, 1)).Vwap);
    }

    [Theory]
    [InlineData(0.7, 102, 103)] // the fullest bin holds 7 of 10
    [InlineData(0.85, 100, 103)] // of equal neighbours the lower joins first: 8, then 9
    public void The_value_area_grows_from_the_fullest_bin(double share, double low, double high)
    {
        // Over bins of height 1 from 100 to 104: 1, 1, 1, 1 and 0, 0, 6, 0.
        var profile = new VolumeProfile(period: 2, bins: 4, share);
        Assert.Equal(double.NaN, profile.Update(new Candle(Midnight, 100, 104, 100, 104, 4)).PointOfControl);
        Assert.Equal(new VolumeProfile.Lines(102.5, low, high), profile.Update(new Candle(Midnight, 103, 103, 102, 102, 6)));
    }

    [Fact]
    public void On_balance_volume_follows_the_close()
    {
        var obv = new Obv();
        double[] actual = [.. new[] { 10.0, 12, 12, 11 }.Select((close, i) => obv.Update(At(Midnight, close, 100 * (i + 1))))];
        Assert.Equal([0, 200, 200, -200], actual);
    }

    [Fact]
    public void A_candle_without_range_moves_no_money()
    {
        var line = new AccumulationDistribution();
        Assert.Equal(0, line.Update(At(Midnight, 10, 7)));
        Assert.Equal(2, line.Update(new Candle(Midnight, 10, 14, 10, 13, 4))); // 4 · ((13 − 10) − (14 − 13)) / 4
    }

    [Fact]
    public void Candles_without_trades_leave_averages_known()
    {
        var ease = new EaseOfMovement(1, 1);
        ease.Update(At(Midnight, 10, 1));
        Assert.Equal(0, ease.Update(At(Midnight, 10, 0)));
        var illiquidity = new AmihudIlliquidity(1);
        illiquidity.Update(At(Midnight, 10, 1));
        Assert.Equal(0, illiquidity.Update(At(Midnight, 10, 0)));
        Assert.Equal(0.1 / 22, illiquidity.Update(At(Midnight, 11, 2)), 1e-15);
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("bins", () => new VolumeProfile(10, 257, 0.7));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => new VolumeProfile(10, 24, 1));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => new EaseOfMovement(14, 0));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new ChaikinMoneyFlow(0));
    }

    private static Candle At(DateTime time, double price, double volume) => new(time, price, price, price, price, volume);
}
