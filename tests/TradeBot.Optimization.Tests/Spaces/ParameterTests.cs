namespace TradeBot.Optimization.Tests;

public class ParameterTests
{
    private static double[] AllOf(Parameter parameter) => [.. Enumerable.Range(0, parameter.Count!.Value).Select(i => (double)parameter.At(i))];

    [Fact]
    public void Whole_numbers_include_both_ends() => Assert.Equal([5, 6, 7, 8], AllOf(new IntParameter("n", 5, 8)));

    [Fact]
    public void Steps_that_overshoot_the_end_stop_before_it() => Assert.Equal([5, 8], AllOf(new IntParameter("n", 5, 10, step: 3)));

    [Fact]
    public void The_whole_range_of_int_less_one_step_fits() =>
        Assert.Equal(int.MaxValue, new IntParameter("n", 0, int.MaxValue - 1).Count);

    [Fact]
    public void Steps_are_added_in_decimal() => Assert.Equal([0.1, 0.2, 0.3, 0.4], AllOf(new FloatParameter("x", 0.1, 0.4, step: 0.1)));

    [Fact]
    public void Each_value_gets_an_equal_share_of_the_fractions()
    {
        var parameter = new IntParameter("n", 1, 4);

        Assert.Equal([1, 1, 2, 3, 4], new[] { 0, 0.2499, 0.25, 0.74, 0.9999 }.Select(fraction => (int)parameter.AtFraction(fraction)));
    }

    [Fact]
    public void Half_of_a_logarithmic_range_is_its_geometric_mean() =>
        Assert.Equal(0.01, (double)new FloatParameter("rate", 0.001, 0.1, logarithmic: true).AtFraction(0.5), 1e-15);

    [Fact]
    public void Half_of_a_linear_range_is_its_middle() => Assert.Equal(1.5, (double)new FloatParameter("x", 1, 2).AtFraction(0.5));

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(1, 2, 0)]
    public void Ends_and_step_must_make_sense(int low, int high, int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntParameter("n", low, high, step));

    [Fact]
    public void A_logarithmic_range_is_positive() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FloatParameter("rate", 0, 1, logarithmic: true));

    [Fact]
    public void Choices_differ() => Assert.Throws<ArgumentException>(() => new ChoiceParameter("kind", ["a", "a"]));

    [Fact]
    public void There_is_no_value_beyond_the_last() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChoiceParameter("kind", ["a", "b"]).At(2));
}
