namespace TradeBot.Optimization.Tests;

public class ParameterValueTests
{
    private static readonly ParameterValue Whole = 3, Fraction = 0.5, Choice = "wilder";

    [Fact]
    public void Arithmetic_keeps_fractions()
    {
        double difference = Whole - Fraction, quotient = Fraction / Whole;
        Assert.Equal(2.5, difference);
        Assert.Equal(0.5 / 3, quotient);
        Assert.Equal(3.5, (Whole + Fraction).ToDouble());
        Assert.Equal(1.5, (Whole * Fraction).ToDouble());
    }

    [Fact]
    public void A_whole_result_is_a_whole_number()
    {
        int doubled = Whole * 2, next = Whole + 1;
        Assert.Equal((6, 4), (doubled, next));
    }

    [Fact]
    public void A_choice_does_not_calculate()
    {
        Assert.Contains("wilder", Assert.Throws<InvalidOperationException>(() => Whole + Choice).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Whole / 0);
    }
}
