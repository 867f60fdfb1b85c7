using TradeBot.Indicators.Trend;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Trend;

/// <summary>What happens when a price equals a stop.</summary>
public class StopTouchTests
{
    private static readonly DateTime Midnight = new(2010, 8, 24, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Highs and lows of the sheet that StockCharts' school gives for the parabolic stop, QQQQ from 24 August 2010 on.</summary>
    private static readonly (double High, double Low)[] Sheet =
    [
        (24.2013, 23.8534), (24.0721, 23.7242), (24.0423, 23.6447), (23.8733, 23.3664), (23.6745, 23.4559), (23.5851, 23.1776),
        (23.8037, 23.3962), (23.8036, 23.5652), (24.3007, 24.0522), (24.1516, 23.7739), (24.0522, 23.595), (24.0622, 23.8435),
        (23.8833, 23.6447), (25.1356, 23.9429), (25.1952, 24.738), (25.066, 24.7678), (25.2151, 24.897), (25.3741, 24.9268),
        (25.3642, 24.9567), (25.2648, 24.9268), (24.8175, 24.2112), (24.4398, 24.2112), (24.6485, 24.4299), (24.8374, 24.4398),
        (24.7479, 24.2013), (24.5094, 24.251), (24.6784, 24.2112), (24.6684, 24.1516), (23.8435, 23.6348), (24.3007, 23.764),
    ];

    // The sheet's stops from its first reversal, in row 8; its first leg begins otherwise.
    private static readonly double[] Stops =
    [
        23.1776, 23.200062, 23.22207476, 23.24364726, 23.26478832, 23.28550655, 23.35951029, 23.46965167, 23.57318457, 23.70453781, 23.87149403, 24.02175462,
        24.15698916, 25.3741, 25.350842, 25.32804916, 25.30571218, 25.26153569, 25.21912626, 25.17841321, 25.11680442, 24.99824407,
    ];

    [Fact]
    public void Parabolic_stop_turns_in_row_21_of_the_sheet_of_stockcharts_where_the_low_equals_it()
    {
        ParabolicSar.Lines[] lines = [.. Lines(Sheet)];

        Assert.All(lines[8..21], line => Assert.Equal(1, line.Direction));
        Assert.All(lines[21..], line => Assert.Equal(-1, line.Direction));
        for (int i = 0; i < Stops.Length; i++)
            Assert.Equal(Stops[i], lines[8 + i].Stop, 5e-9);
    }

    [Fact]
    public void Parabolic_stop_turns_upwards_where_the_high_equals_it()
    {
        // The sheet upside down: each low is a high, and each touch from above one from below.
        (double, double)[] mirrored = [.. Sheet.Select(row => (50 - row.Low, 50 - row.High))];
        ParabolicSar.Lines[] lines = [.. Lines(Sheet)], turned = [.. Lines(mirrored)];

        for (int i = 8; i < lines.Length; i++)
        {
            Assert.Equal(-lines[i].Direction, turned[i].Direction);
            Assert.Equal(50 - lines[i].Stop, turned[i].Stop, 1e-9);
        }
    }

    [Theory]
    [InlineData(9.8, -1)]
    [InlineData(9.8000001, 1)]
    public void Parabolic_stop_turns_at_the_touch_and_not_before(double low, int direction)
    {
        // As far as here the stop is 9; it is about to be 9 + 0.2 · (13 − 9) = 9.8.
        (double, double)[] rows = [(10, 8), (12, 9), (13, 11), (13, 10), (12, low)];

        Assert.Equal(direction, Lines(rows, step: 0.1).Last().Direction);
    }

    [Theory]
    [InlineData(8, -1)]
    [InlineData(8.0000001, 1)]
    public void Supertrend_falls_at_a_close_on_its_lower_band(double close, int direction)
    {
        // True ranges of 2: the lower band is 10 − 2 = 8 and stays there.
        var supertrend = new Supertrend(period: 1, multiple: 1);
        supertrend.Update(new Candle(Midnight, 10, 11, 9, 10, 1));
        Assert.Equal(new Supertrend.Lines(8, 1), supertrend.Update(new Candle(Midnight, 10, 11, 9, 10, 1)));

        Assert.Equal(direction, supertrend.Update(new Candle(Midnight, 10, 10, 8, close, 1)).Direction);
    }

    [Theory]
    [InlineData(12, -1)]
    [InlineData(12.0000001, 1)]
    public void Supertrend_keeps_falling_at_a_close_on_its_upper_band(double close, int direction)
    {
        var supertrend = new Supertrend(period: 1, multiple: 1);
        supertrend.Update(new Candle(Midnight, 10, 11, 9, 9.5, 1));
        supertrend.Update(new Candle(Midnight, 10, 11, 9, 9.5, 1));
        Assert.Equal(-1, supertrend.Update(new Candle(Midnight, 10, 11, 9, 8, 1)).Direction);

        Assert.Equal(direction, supertrend.Update(new Candle(Midnight, 10, 13, 11, close, 1)).Direction);
    }

    private static IEnumerable<ParabolicSar.Lines> Lines((double High, double Low)[] rows, double step = 0.02)
    {
        var sar = new ParabolicSar(step, 0.2);
        foreach ((double high, double low) in rows)
            yield return sar.Update(new Candle(Midnight, low, high, low, high, 1));
    }
}
