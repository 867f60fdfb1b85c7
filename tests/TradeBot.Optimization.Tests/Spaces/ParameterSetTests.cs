namespace TradeBot.Optimization.Tests;

public class ParameterSetTests
{
    private static readonly ParameterSet Set = new([new("fast", 12), new("rate", 0.1), new("average", "ema")]);

    [Fact]
    public void Values_convert_to_what_a_function_takes()
    {
        Assert.Equal("12 0.1 ema", Take(Set["fast"], Set["rate"], (string)Set["average"]));

        static string Take(int fast, double rate, string average) => FormattableString.Invariant($"{fast} {rate} {average}");
    }

    [Fact]
    public void Values_compare_with_each_other_and_with_literals()
    {
        Assert.True(Set["rate"] < Set["fast"]);
        Assert.True(Set["rate"] < 0.2);
        Assert.True(Set["rate"] < 1);
        Assert.True(Set["fast"] >= 12);
        Assert.True(Set["average"] == "ema");
        Assert.False(Set["average"] == 0);
        Assert.Equal(24.5, Set["fast"] * 2 + 0.5);
    }

    [Fact]
    public void A_whole_number_is_equal_whatever_its_kind()
    {
        ParameterValue whole = 2, real = 2.0;

        Assert.Equal(whole, real);
        Assert.Equal(whole.GetHashCode(), real.GetHashCode());
    }

    [Fact]
    public void A_fraction_is_not_cut_to_a_whole_number()
    {
        var error = Assert.Throws<InvalidOperationException>(() => (int)Set["rate"]);
        Assert.Contains("0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_is_no_number() => Assert.Throws<InvalidOperationException>(() => (double)Set["average"]);

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Set["slow"]);
        Assert.Contains("'slow'", error.Message, StringComparison.Ordinal);
        Assert.Contains("fast, rate, average", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_exact() => Assert.Equal(
        "fast=12, third=0.3333333333333333, average=ema",
        new ParameterSet([new("fast", 12), new("third", 1 / 3.0), new("average", "ema")]).ToString());

    [Fact]
    public void Sets_with_the_same_values_are_equal()
    {
        var same = new ParameterSet([new("fast", 12), new("rate", 0.1), new("average", "ema")]);

        Assert.Equal(Set, same);
        Assert.Equal(Set.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Set, new ParameterSet([new("fast", 13), new("rate", 0.1), new("average", "ema")]));
    }

    [Fact]
    public void Sets_sort_as_a_grid_walks()
    {
        ParameterSet Of(int x, int y) => new([new("x", x), new("y", y)]);

        Assert.Equal([Of(2, 9), Of(10, 1), Of(10, 3)], new[] { Of(10, 3), Of(2, 9), Of(10, 1) }.Order());
    }

    [Fact]
    public void A_name_comes_once() => Assert.Throws<ArgumentException>(() => new ParameterSet([new("x", 1), new("x", 2)]));

    [Fact]
    public void NaN_is_no_parameter() => Assert.Throws<ArgumentException>(() => (ParameterValue)double.NaN);
}
