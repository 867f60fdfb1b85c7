namespace TradeBot.MarketData.Tests;

public class DeviateSourceTests
{
    [Fact]
    public void Uniforms_fill_the_unit_interval_evenly()
    {
        var source = new DeviateSource(1, "uniform");
        int[] bins = new int[10];
        for (int i = 0; i < 100_000; i++)
            bins[(int)(source.Uniform() * 10)]++;

        // 10,000 ± 95 in each bin: five standard deviations.
        Assert.All(bins, count => Assert.InRange(count, 10_000 - 475, 10_000 + 475));
    }

    [Fact]
    public void Normals_have_the_moments_of_the_normal_distribution()
    {
        var source = new DeviateSource(2, "normal");
        double[] values = [.. Enumerable.Range(0, 200_000).Select(_ => source.Normal())];

        Assert.Equal(0, values.Average(), 0.01);
        Assert.Equal(1, values.Average(x => x * x), 0.02);
        Assert.Equal(3, values.Average(x => x * x * x * x), 0.1);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void Student_deviates_have_variance_one_and_fat_tails(int degrees)
    {
        var source = new DeviateSource(3, "student");
        double[] values = [.. Enumerable.Range(0, 400_000).Select(_ => source.Student(degrees))];

        double variance = values.Average(x => x * x);
        Assert.Equal(1, variance, 0.03);
        Assert.True(values.Average(x => x * x * x * x) / (variance * variance) > 4);
    }

    [Fact]
    public void Streams_differ_by_name_and_by_seed()
    {
        double[] first = [.. Draw(1, "a")], second = [.. Draw(1, "b")], third = [.. Draw(2, "a")];

        Assert.Equal(first, Draw(1, "a"));
        Assert.Empty(first.Intersect(second));
        Assert.Empty(first.Intersect(third));

        static IEnumerable<double> Draw(int seed, string name)
        {
            var source = new DeviateSource(seed, name);
            return Enumerable.Range(0, 100).Select(_ => source.Uniform()).ToArray();
        }
    }
}
