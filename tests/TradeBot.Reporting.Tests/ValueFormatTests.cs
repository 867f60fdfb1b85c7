namespace TradeBot.Reporting.Tests;

public class ValueFormatTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1234.5678, "1,234.57")]
    [InlineData(0.000123456, "0.000123456")]
    [InlineData(42283.58, "42,283.6")]
    [InlineData(1e-9, "1e-9")]
    [InlineData(double.NaN, "n/a")]
    [InlineData(double.NegativeInfinity, "-∞")]
    public void Numbers_have_six_significant_digits(double value, string expected) => Assert.Equal(expected, ValueFormat.Auto.Format(value));

    [Fact]
    public void Fractions_become_percentages_and_basis_points()
    {
        Assert.Equal("-1.23%", ValueFormat.Percent().Format(-0.01234));
        Assert.Equal("5.5 bp", ValueFormat.BasisPoints().Format(0.00055m));
    }

    [Fact]
    public void There_is_no_negative_zero() => Assert.Equal("0.00", ValueFormat.Number(2).Format(-0.001));

    [Fact]
    public void Settled_amounts_keep_their_digits() => Assert.Equal("0.00100000", ValueFormat.Auto.Format(0.00100000m));

    [Fact]
    public void Times_show_seconds_only_where_there_are_any()
    {
        Assert.Equal("2024-03-01 00:00", ValueFormat.Auto.Format(Samples.Start));
        Assert.Equal("2024-03-01 00:00:05", ValueFormat.Auto.Format(Samples.Start.AddSeconds(5)));
        Assert.Equal("2024-03-01", ValueFormat.Time("yyyy-MM-dd").Format(Samples.Start));
        Assert.Equal("-2d 03:00", ValueFormat.Auto.Format(-TimeSpan.FromHours(51)));
    }

    [Fact]
    public void Null_is_empty() => Assert.Equal("", ValueFormat.Auto.Format(null));
}
