namespace TradeBot.Reporting.Tests.Charts;

public class NumberTicksTests
{
    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(1, 1)]
    [InlineData(1.3, 2)]
    [InlineData(2.2, 2.5)]
    [InlineData(3, 5)]
    [InlineData(6, 10)]
    [InlineData(0.03, 0.05)]
    [InlineData(1800, 2000)]
    public void A_step_is_the_next_of_1_2_2_and_a_half_and_5(double atLeast, double expected) =>
        Assert.Equal(expected, NumberTicks.NiceStep(atLeast), 12);

    [Fact]
    public void Ticks_are_the_round_numbers_inside_the_range()
    {
        // (105 − 3) / 5 = 20.4, next nice step 25; multiples inside [3, 105] are 25 to 100.
        Assert.Equal(["25", "50", "75", "100"], NumberTicks.Linear(3, 105, 5).Select(t => t.Label));
    }

    [Fact]
    public void Labels_have_the_decimals_of_the_step() =>
        Assert.Equal(["-0.50", "-0.25", "0", "0.25", "0.50"], NumberTicks.Linear(-0.5, 0.5, 4).Select(t => t.Label));

    [Fact]
    public void Percentages_are_labelled_in_hundredths_and_placed_at_fractions()
    {
        List<AxisTick> ticks = NumberTicks.Linear(-0.1, 0.1, 4, percent: true);

        Assert.Equal(["-10%", "-5%", "0%", "5%", "10%"], ticks.Select(t => t.Label));
        Assert.Equal(-0.05, ticks[1].Value, 12);
    }

    [Fact]
    public void Large_numbers_are_shortened() =>
        Assert.Equal(["0", "0.5M", "1.0M", "1.5M", "2.0M"], NumberTicks.Linear(0, 2e6, 4).Select(t => t.Label));

    [Fact]
    public void A_logarithmic_axis_shows_powers_of_ten_with_2_and_5_between() =>
        Assert.Equal(["1", "2", "5", "10", "20", "50", "100"], NumberTicks.Logarithmic(1, 100, 9).Select(t => t.Label));

    [Fact]
    public void A_logarithmic_axis_over_many_decades_skips_some() =>
        Assert.Equal(["0.0001", "0.01", "1", "100", "10,000"], NumberTicks.Logarithmic(1e-4, 1e4, 5).Select(t => t.Label));

    [Fact]
    public void Less_than_a_decade_has_linear_ticks() =>
        Assert.Equal(["2", "3", "4", "5"], NumberTicks.Logarithmic(2, 5, 4).Select(t => t.Label));
}
