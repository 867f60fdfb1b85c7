namespace TradeBot.Reporting.Tests.Charts;

public class AxisScaleTests
{
    [Fact]
    public void Linear_values_keep_their_differences()
    {
        var scale = new AxisScale(10, 20, Start: 300, End: 0);

        Assert.Equal([300, 225, 0], new[] { scale.Map(10), scale.Map(12.5), scale.Map(20) });
    }

    [Fact]
    public void Logarithmic_values_keep_their_ratios()
    {
        var scale = new AxisScale(1, 100, Start: 0, End: 200, Logarithmic: true);

        Assert.Equal(100, scale.Map(10), 9);
        Assert.Equal(double.NaN, scale.Map(0));
        Assert.Equal(double.NaN, scale.Map(-1));
    }

    [Fact]
    public void Bars_keep_their_zero_at_the_edge()
    {
        AxisScale scale = AxisRange.Scale(new ChartAxis(), new ChartBounds(0, 10), 100, 0, room: 0.1, anchored: true);

        Assert.Equal((0, 11), (scale.Minimum, scale.Maximum));
    }

    [Fact]
    public void A_constant_gets_room_on_both_sides()
    {
        AxisScale scale = AxisRange.Scale(new ChartAxis(), new ChartBounds(7, 7), 100, 0, room: 0.1, anchored: false);

        Assert.Equal(50, scale.Map(7), 9);
    }
}
