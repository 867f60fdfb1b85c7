namespace TradeBot.Reporting.Tests.Charts;

public class HistogramBinsTests
{
    [Fact]
    public void Counts_fall_into_equal_intervals_with_the_last_closed()
    {
        var bins = HistogramBins.Count([0, 1, 1.5, 2, 4, double.NaN], bins: 4);

        Assert.Equal([1, 2, 1, 1], bins.Counts);
        Assert.Equal([0.5, 1.5, 2.5, 3.5], bins.Centers);
    }

    [Fact]
    public void Chosen_intervals_are_round_and_lose_nothing()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i) * 3.3)];

        var bins = HistogramBins.Count(values, null);

        Assert.Equal(1000, bins.Counts.Sum());
        Assert.Contains(bins.Width, new[] { 0.1, 0.2, 0.25, 0.5, 1 });
    }

    [Fact]
    public void Equal_values_make_one_bar() => Assert.Equal([3], HistogramBins.Count([2, 2, 2], null).Counts);

    [Fact]
    public void Nothing_makes_no_bar() => Assert.Empty(HistogramBins.Count([double.NaN], null).Counts);
}
