namespace TradeBot.Optimization.Tests;

public class StudyResultTests
{
    [Fact]
    public void A_heatmap_shows_the_best_over_all_other_parameters()
    {
        StudyResult result = Study.Named("map", seed: 1)
            .Int("x", 1..2).Int("y", 1..2).Int("z", 0..2).Where(p => !(p["x"] == 2 && p["y"] == 1))
            .Maximize((double value) => value)
            .Grid(p => p["x"] * 10 + p["y"] - Math.Abs(p["z"] - 1.0));

        HeatmapData map = result.Heatmap("x", "y");

        Assert.Equal([1, 2], map.X);
        Assert.Equal([1, 2], map.Y);
        Assert.Equal([11, double.NaN], map.Z[0]); // y = 1
        Assert.Equal([12, 22], map.Z[1]); // y = 2
        Assert.Equal("y \\ x\t1\t2\n1\t11\tNaN\n2\t12\t22", map.ToString());
    }

    [Fact]
    public void The_best_of_a_minimised_heatmap_is_the_least()
    {
        StudyResult result = Study.Named("map", seed: 1).Int("x", 1..1).Choice("y", "a").Int("z", 0..2)
            .Minimize((double value) => value).Grid(p => p["z"] + 5.0);

        Assert.Equal(5, result.Heatmap("x", "y").Z[0][0]);
    }

    [Fact]
    public void A_heatmap_over_an_unknown_parameter_is_refused()
    {
        StudyResult result = Study.Named("map", seed: 1).Int("x", 1..2).Maximize((int value) => value).Grid(p => p["x"]);

        Assert.Throws<ArgumentException>(() => result.Heatmap("x", "slow"));
    }
}
