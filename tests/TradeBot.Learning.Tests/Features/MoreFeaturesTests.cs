using TradeBot.MarketData;

namespace TradeBot.Learning.Tests;

public class MoreFeaturesTests
{
    private static readonly CandleSeries Small = Candles.Of(1, 2, 4, 3, 3);

    [Fact]
    public void Expanding_standardisation_uses_the_values_so_far_only()
    {
        double[] values = Of(f => f.Close.ExpandingZScore(), Small);

        // 1, 2: mean 1.5, deviation 0.5. Then 4: mean 7/3, deviation √(14/9).
        Assert.Equal([double.NaN, 1, (4 - 7 / 3.0) / Math.Sqrt(14 / 9.0)], values[..3], (x, y) => double.IsNaN(x) ? double.IsNaN(y) : Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void A_rank_is_the_place_in_the_window_as_a_share() =>
        Assert.Equal([double.NaN, double.NaN, 2.5 / 3, 1.5 / 3, 1.0 / 3], Of(f => f.Close.Rank(3), Small), (x, y) => double.IsNaN(x) ? double.IsNaN(y) : Math.Abs(x - y) < 1e-12);

    [Fact]
    public void Interactions_are_the_products_of_each_two() => Assert.Equal(
        ["return(1) * rsi(3)", "return(1) * volume", "rsi(3) * volume"], Features.Pipeline(f => [f.Interactions(f.Return(1), f.Rsi(3), f.Volume)]).Names);

    [Fact]
    public void Volume_imbalance_is_bought_less_sold_over_all() =>
        // Volumes are 1; candles: flat, up, up, down, flat: over three, (0 + 1 + 1)/3, (1 + 1 − 1)/3, (1 − 1 + 0)/3.
        Assert.Equal([double.NaN, double.NaN, 2 / 3.0, 1 / 3.0, 0], Of(f => f.VolumeImbalance(3), Small), (x, y) => double.IsNaN(x) ? double.IsNaN(y) : Math.Abs(x - y) < 1e-12);

    [Fact]
    public void Illiquidity_is_the_move_per_traded_value() => Assert.Equal((1.0 / 2 + 1.0 / 4) / 2, Of(f => f.Illiquidity(2), Small)[2], 12);

    [Fact]
    public void A_fractional_difference_of_order_one_is_the_change() => Assert.Equal(
        Of(f => f.Close.Change(1), Small)[1..], Of(f => f.Close.FractionalDifference(1, 2), Small)[1..], (x, y) => Math.Abs(x - y) < 1e-12);

    [Fact]
    public void The_calendar_is_that_of_the_open_in_UTC()
    {
        var series = new CandleSeries(
            "TEST", Timeframe.OneHour, new[] { UnixTime.FromDateTime(new DateTime(2024, 3, 31, 17, 0, 0, DateTimeKind.Utc)) },
            new double[] { 1 }, new double[] { 1 }, new double[] { 1 }, new double[] { 1 }, new double[] { 1 });

        Assert.Equal([30, 2, 1, 6], Features.Pipeline(f => [f.DayOfMonth(), f.MonthOfYear(), f.HourOfFunding(), f.DayOfWeek()]).Compute(series).Select(c => c[0]));
    }

    [Fact]
    public void All_of_them_are_causal()
    {
        Dataset data = Dataset.From(
            Candles.Generate(1500, withOutage: true),
            Features.Pipeline(f =>
            [
                f.Return(1).ExpandingZScore(), f.Volume.Rank(30), f.Interactions(f.Return(2), f.Rsi(7)), f.VolumeImbalance(10), f.Illiquidity(10), f.Close.Log().FractionalDifference(0.4, 30),
                f.On(Timeframe.FiveMinutes).Catalog("MACD", "signal"), f.Return(1).Catalog("HMA(9)"), f.MonthOfYear().Cyclic(),
            ]),
            Label.ForwardReturn(5).Direction());

        LeakageReport report = data.Leakage();

        Assert.True(report.IsClean, report.ToString());
        Assert.Equal(data.Names.Count, report.Streamed.Count);
    }

    private static double[] Of(Func<FeatureBuilder, Feature> feature, CandleSeries series) => Features.Pipeline(f => [feature(f)]).Compute(series)[0];
}
