namespace TradeBot.MarketData.Tests;

/// <summary>What becomes of prices and quantities with steps, and without.</summary>
public class InstrumentStepTests
{
    private static readonly Instrument Free = Instrument.Default("TEST");

    [Theory]
    [InlineData(0.0000097234, "0.0000097234")]
    [InlineData(1.25e-8, "0.0000000125")]
    [InlineData(3.00000000000001e-12, "0.00000000000300000000000001")]
    [InlineData(1e-18, "0.000000000000000001")]
    [InlineData(42_000.1, "42000.1")]
    [InlineData(123_456_789_012_345, "123456789012345")]
    [InlineData(0, "0")]
    public void Without_a_tick_a_price_stays_as_it_is(double price, string expected)
    {
        decimal exact = decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((exact, exact, exact), (Free.RoundPrice(price), Free.FloorPrice(price), Free.CeilingPrice(price)));
    }

    [Theory]
    [InlineData(0.12345678901234567)]
    [InlineData(9.8765432109876543e-11)]
    [InlineData(61.234567890123456)]
    public void Without_a_tick_floor_and_ceiling_enclose_a_price_of_more_than_fifteen_digits(double price)
    {
        Assert.True((double)Free.FloorPrice(price) <= price && price <= (double)Free.CeilingPrice(price));
        Assert.InRange((double)(Free.CeilingPrice(price) - Free.FloorPrice(price)), 0, 1e-14 * price);
    }

    [Theory]
    [InlineData(10_000 / 110.0, "90.909090909")]
    [InlineData(1_028_446_839.5864821, "1028446839.5")]
    [InlineData(3.2258064516129e13, "32258064516000")]
    [InlineData(0.000123456789012345, "0.00012345678901")]
    [InlineData(100, "100")]
    [InlineData(99.99999999999, "99.999999999")]
    [InlineData(0, "0")]
    public void Without_a_lot_a_quantity_is_cut_to_eleven_digits(double quantity, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Free.FloorQuantity(quantity));

    [Theory]
    [InlineData(5.0, "0.0000000001")]
    [InlineData(90.9, "0.000000001")]
    [InlineData(3.2e13, "1000")]
    public void The_last_digit_that_is_kept_is_the_step(double quantity, string step)
    {
        Assert.Equal(decimal.Parse(step, System.Globalization.CultureInfo.InvariantCulture), Free.QuantityStep(quantity));
        Assert.Equal(0.25m, (Free with { LotSize = 0.25m }).QuantityStep(quantity));
    }

    [Theory]
    [InlineData(9.9e-19)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e28)]
    public void A_price_that_decimal_cannot_hold_is_refused(double price) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Free.RoundPrice(price));

    [Fact]
    public void Steps_that_are_given_round()
    {
        Instrument stepped = Free with { TickSize = 0.05m, LotSize = 0.3m };
        Assert.Equal((10.05m, 10.1m, 0.9m), (stepped.FloorPrice(10.07), stepped.CeilingPrice(10.07), stepped.FloorQuantity(1.1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Free with { TickSize = -0.01m });
        Assert.Throws<ArgumentOutOfRangeException>(() => Free with { LotSize = -1 });
    }
}
