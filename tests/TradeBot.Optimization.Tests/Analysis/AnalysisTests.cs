namespace TradeBot.Optimization.Tests;

public class AnalysisTests
{
    [Fact]
    public void Importance_is_the_share_of_variance_that_a_parameter_explains()
    {
        // Over independent uniform x, y, z the variance of 3x + y is (9 + 1)/12: x explains 90 %, y 10 %, z nothing.
        StudyResult study = Search(p => 3 * p["x"] + p["y"]);
        Dictionary<string, double> shares = ParameterImportance.Of(study).ToDictionary(p => p.Name, p => p.Share);

        Assert.Equal(0.9, shares["x"], 0.05);
        Assert.Equal(0.1, shares["y"], 0.05);
        Assert.Equal(0, shares["z"], 0.01);
        Assert.Equal("x", ParameterImportance.Of(study)[0].Name);
        Assert.Empty(ParameterImportance.Of(Search(_ => 1)));
    }

    [Fact]
    public void What_acts_only_together_is_nobodys_own()
    {
        StudyResult study = Search(p => (p["x"] - 0.5) * (p["y"] - 0.5));

        Assert.All(ParameterImportance.Of(study), p => Assert.InRange(p.Share, 0, 0.15));
    }

    [Theory]
    [InlineData(WinnerShape.Plateau, 0.1, 0.1)]
    [InlineData(WinnerShape.Peak, 8, 8)]
    [InlineData(WinnerShape.Ridge, 8, 0.1)]
    public void The_winner_is_a_plateau_a_peak_or_a_ridge(WinnerShape expected, double steepX, double steepY)
    {
        // A dome that falls from 1 towards 0 with the distance from (10, 10), faster or slower along each axis.
        StudyResult study = Study.Named("dome", seed: 1).Int("x", 0..20).Int("y", 0..20).Maximize((double v) => v)
            .Grid(p => Math.Exp(-steepX * Math.Pow((p["x"] - 10.0) / 3, 2) - steepY * Math.Pow((p["y"] - 10.0) / 3, 2)));
        var plateau = Plateau.Of(study);

        Assert.Equal(expected, plateau.Shape);
        if (expected == WinnerShape.Ridge)
            Assert.Equal("a ridge: flat along y, steep along x", plateau.ToString());
    }

    [Fact]
    public void Winners_on_two_hills_are_two_clusters()
    {
        StudyResult study = Study.Named("hills", seed: 1).Int("x", 0..40).Int("y", 0..40).Maximize((double v) => v)
            .Grid(p => Math.Max(1 - Distance(p, 10, 10), 0.9 - Distance(p, 30, 30)));
        IReadOnlyList<WinnerCluster> clusters = WinnerCluster.Of(study, share: 0.05);

        Assert.Equal(["x=10, y=10", "x=30, y=30"], clusters.Select(c => c.Best.Parameters.ToString()));
        Assert.True(clusters[0].Members.Count > 20);

        static double Distance(ParameterSet p, double x, double y) => (Math.Pow(p["x"] - x, 2) + Math.Pow(p["y"] - y, 2)) / 100;
    }

    private static StudyResult Search(Func<ParameterSet, double> function) =>
        Study.Named("importance", seed: 7).Float("x", 0, 1).Float("y", 0, 1).Float("z", 0, 1).Maximize((double v) => v).Random(600, function);
}
