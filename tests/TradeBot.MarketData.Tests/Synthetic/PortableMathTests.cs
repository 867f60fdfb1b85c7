namespace TradeBot.MarketData.Tests;

public class PortableMathTests
{
    [Fact]
    public void Exponential_is_within_a_few_units_in_the_last_place()
    {
        for (double x = -50; x <= 50; x += 0.0371)
            Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 1e-15);
    }

    [Fact]
    public void Logarithm_is_within_a_few_units_in_the_last_place()
    {
        for (double x = 1e-12; x < 1e12; x *= 1.0317)
            Assert.True(Math.Abs(PortableMath.Log(x) - Math.Log(x)) <= 4e-16 * Math.Max(1, Math.Abs(Math.Log(x))), $"ln {x}");
    }

    [Fact]
    public void Exact_where_the_result_is_exact()
    {
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Log(1));
    }
}
