using TradeBot.Indicators.Trend;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Tests.Trend;

public class TrendHandTests
{
    private static readonly DateTime Midnight = new(2024, 5, 6, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Parabolic_stop_follows_a_rise_and_turns_when_touched()
    {
        var sar = new ParabolicSar(step: 0.1, limit: 0.2);
        Assert.Equal(new ParabolicSar.Lines(double.NaN, double.NaN), sar.Update(Bar(high: 10, low: 8)));

        // Rises from the low 8 by a tenth of the way to the high 10, but not above the low before.
        Assert.Equal(new ParabolicSar.Lines(8, 1), sar.Update(Bar(high: 12, low: 9)));

        // 8 + 0.2 · (12 − 8) = 8.8 lies above the lower of the two lows before.
        Assert.Equal(new ParabolicSar.Lines(8, 1), sar.Update(Bar(high: 13, low: 11)));

        // 8 + 0.2 · (13 − 8) = 9: the limit holds the acceleration at 0.2.
        Assert.Equal(new ParabolicSar.Lines(9, 1), sar.Update(Bar(high: 13, low: 10)));

        // 9 + 0.2 · (13 − 9) = 9.8 is touched: the stop is now the high of the leg.
        Assert.Equal(new ParabolicSar.Lines(13, -1), sar.Update(Bar(high: 11, low: 9)));
    }

    [Fact]
    public void Heikin_ashi_opens_in_the_middle_of_the_body_before()
    {
        var candles = new HeikinAshi();
        Assert.Equal(new HeikinAshi.Bar(12.5, 18, 9, 13, 1), candles.Update(new Candle(Midnight, 10, 18, 9, 15, 1)));
        Assert.Equal(new HeikinAshi.Bar(12.75, 15, 7, 11.5, -1), candles.Update(new Candle(Midnight, 15, 15, 7, 9, 1)));
    }

    [Fact]
    public void A_zigzag_turns_when_the_price_came_back_by_the_threshold()
    {
        (double High, double Low, ZigZag.Lines Now, double Pivot)[] steps =
        [
            (101, 99, new(100, 0), 100),
            (105, 100, new(100, 0), 100),
            (110, 104, new(110, 1), 99), // 99 · 1.1 = 108.9 is passed
            (112, 100, new(112, 1), 99), // goes further, and so cannot end the leg
            (108, 100.5, new(100.5, -1), 112), // 112 · 0.9 = 100.8 is passed
            (105, 98, new(98, -1), 112),
            (107.7, 100, new(98, -1), 112), // 98 · 1.1 = 107.8 is not reached
            (107.9, 100, new(107.9, 1), 98),
        ];

        var zigzag = new ZigZag(0.1);
        var confirmed = new ConfirmedZigZag(0.1);
        foreach ((double high, double low, ZigZag.Lines now, double pivot) in steps)
        {
            Candle candle = new(Midnight, 100, high, low, 100, 1);
            Assert.Equal(now, zigzag.Update(candle));
            Assert.Equal(new ConfirmedZigZag.Lines(pivot, now.Direction), confirmed.Update(candle));
        }
    }

    [Fact]
    public void A_first_move_in_both_directions_is_decided_by_the_body()
    {
        var zigzag = new ConfirmedZigZag(0.1);
        zigzag.Update(new Candle(Midnight, 100, 100, 100, 100, 1));
        ConfirmedZigZag rising = zigzag, falling = zigzag;
        Assert.Equal(new ConfirmedZigZag.Lines(100, 1), rising.Update(new Candle(Midnight, 100, 120, 80, 101, 1)));
        Assert.Equal(new ConfirmedZigZag.Lines(100, -1), falling.Update(new Candle(Midnight, 100, 120, 80, 99, 1)));
    }

    [Fact]
    public void Pivots_come_from_the_day_before()
    {
        // High 110, low 90, close 100; the new day opens at 104.
        Assert.Equal(new PivotPoints.Levels(70, 80, 90, 100, 110, 120, 130), OnSecondDay(new PivotPoints(PivotFormula.Floor)));
        Assert.Equal(new PivotPoints.Levels(74, 82, 94, 102, 114, 122, 134), OnSecondDay(new PivotPoints(PivotFormula.Woodie)));

        PivotPoints.Levels fibonacci = OnSecondDay(new PivotPoints(PivotFormula.Fibonacci));
        double[] expected = [80, 87.64, 92.36, 100, 107.64, 112.36, 120];
        double[] actual =
        [
            fibonacci.Support3, fibonacci.Support2, fibonacci.Support1, fibonacci.Pivot,
            fibonacci.Resistance1, fibonacci.Resistance2, fibonacci.Resistance3,
        ];
        Assert.All(expected.Zip(actual), x => Assert.Equal(x.First, x.Second, 1e-9));
    }

    [Fact]
    public void Camarilla_levels_lie_around_the_close_of_the_day_before()
    {
        CamarillaPivots.Levels levels = OnSecondDay(new CamarillaPivots());
        double[] expected = [89, 94.5, 100 - 22.0 / 6, 100 - 22.0 / 12, 100, 100 + 22.0 / 12, 100 + 22.0 / 6, 105.5, 111];
        double[] actual =
        [
            levels.Support4, levels.Support3, levels.Support2, levels.Support1, levels.Pivot,
            levels.Resistance1, levels.Resistance2, levels.Resistance3, levels.Resistance4,
        ];
        Assert.All(expected.Zip(actual), x => Assert.Equal(x.First, x.Second, 1e-9));
    }

    [Fact]
    public void A_day_that_is_not_seen_from_its_beginning_makes_no_pivots()
    {
        var pivots = new PivotPoints(PivotFormula.Floor);
        pivots.Update(new Candle(Midnight.AddHours(12), 100, 110, 90, 100, 1));
        Assert.Equal(double.NaN, pivots.Update(new Candle(Midnight.AddDays(1), 100, 103, 97, 100, 1)).Pivot);
        Assert.Equal(100, pivots.Update(new Candle(Midnight.AddDays(2), 100, 200, 50, 70, 1)).Pivot);
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new ParabolicSar(0, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>("limit", () => new ParabolicSar(0.3, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>("multiple", () => new Supertrend(10, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("threshold", () => new ZigZag(1));
        Assert.Throws<ArgumentOutOfRangeException>("formula", () => new PivotPoints((PivotFormula)9));
        Assert.Throws<ArgumentOutOfRangeException>("displacement", () => new Ichimoku(9, 26, 52, -1));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new LinearRegression(1));
        Assert.Throws<ArgumentOutOfRangeException>("wing", () => new Fractals(0));
    }

    private static Candle Bar(double high, double low) => new(Midnight, low, high, low, high, 1);

    private static TOut OnSecondDay<TOut>(IIndicator<Candle, TOut> indicator)
        where TOut : struct
    {
        indicator.Update(new Candle(Midnight, 95, 110, 94, 96, 1));
        indicator.Update(new Candle(Midnight.AddHours(23), 96, 101, 90, 100, 1));
        TOut levels = indicator.Update(new Candle(Midnight.AddDays(1), 104, 150, 60, 70, 1));

        // What happens within the day changes nothing.
        Assert.Equal(levels, indicator.Update(new Candle(Midnight.AddHours(30), 70, 300, 20, 40, 1)));
        return levels;
    }
}
