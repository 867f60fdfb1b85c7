using static TradeBot.MarketData.Tests.CandleTables;

namespace TradeBot.MarketData.Tests;

public class DerivedCandlesTests
{
    [Fact]
    public void Heikin_Ashi_is_worked_by_hand()
    {
        CandleSeries smooth = Series(new Candle(Start, 10, 14, 8, 12, 5), new Candle(Start.AddMinutes(1), 12, 13, 11, 12, 6)).HeikinAshi();

        // Close (10 + 14 + 8 + 12) / 4 = 11, open (10 + 12) / 2 = 11; then close 12, open (11 + 11) / 2 = 11.
        Assert.Equal([new Candle(Start, 11, 14, 8, 11, 5), new Candle(Start.AddMinutes(1), 11, 13, 11, 12, 6)], smooth);
    }

    [Fact]
    public void Heikin_Ashi_never_looks_ahead_and_spans_its_body()
    {
        CandleSeries series = MarketGenerator.Single(500, 4);
        CandleSeries smooth = series.HeikinAshi();

        Assert.Equal(smooth.Slice(0, 300).ContentHash, series.Slice(0, 300).HeikinAshi().ContentHash);
        Assert.False(smooth.Validate().HasErrors);
    }

    [Fact]
    public void Renko_goes_on_after_one_brick_and_turns_after_two()
    {
        double[] closes = [100, 104, 112, 108, 101, 89.5, 115];
        IReadOnlyList<RenkoBrick> bricks = Series(closes.Select((close, i) => new Candle(Start.AddMinutes(i), close, close, close, close, 1))).Renko(5);

        // 112 completes 100-105 and 105-110. 101 is not two below 110. 89.5: back below 105-5, so 105-100, 100-95, 95-90.
        // 115 is 25 above 90: the first brick up begins at the last one's open, 95.
        Assert.Equal(
            [
                (2, 100, 105), (2, 105, 110), (5, 105, 100), (5, 100, 95), (5, 95, 90),
                (6, 95, 100), (6, 100, 105), (6, 105, 110), (6, 110, 115),
            ],
            bricks.Select(brick => ((int)(brick.Time - Start).TotalMinutes - 1, (int)brick.Open, (int)brick.Close)));
        Assert.Equal([true, true, false, false, false, true, true, true, true], bricks.Select(brick => brick.IsUp));
    }

    [Fact]
    public void Renko_of_nothing_is_nothing_and_a_brick_has_a_size()
    {
        Assert.Empty(Series().Renko(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series(Minutes(2)).Renko(0));
    }
}
