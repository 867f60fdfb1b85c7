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
        Assert.Equal(3.5, Whole + Fraction);
        Assert.Equal(1.5, Whole * Fraction);
    }

    [Fact]
    public void What_is_calculated_is_a_number_with_its_fraction()
    {
        // An overload for whole numbers would be preferred, and fail.
        Assert.Equal(0.5, Math.Abs(Fraction - 1));
        Assert.Equal(2.5, Math.Max(Whole - Fraction, 0));
        Assert.Equal(double.PositiveInfinity, Whole / 0);
    }

    [Fact]
    public void A_fraction_asked_for_as_a_whole_number_says_how_to_ask() =>
        Assert.Contains("(double)p[", Assert.Throws<InvalidOperationException>(() => Math.Abs(Fraction)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_choice_does_not_calculate() =>
        Assert.Contains("wilder", Assert.Throws<InvalidOperationException>(() => Whole + Choice).Message, StringComparison.Ordinal);
}
