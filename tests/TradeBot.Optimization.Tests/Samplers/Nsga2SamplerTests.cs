namespace TradeBot.Optimization.Tests;

public class Nsga2SamplerTests
{
    [Fact]
    public void The_front_of_two_parabolas_is_found()
    {
        // Schaffer: x² against (x − 2)², of which every x from 0 to 2 is on the front.
        StudyResult result = Study.Named("schaffer", seed: 7).Float("x", -10, 10).Float("unused", 0, 1)
            .Minimize((double x) => x * x).AndMinimize(x => (x - 2) * (x - 2))
            .Optimize(480, p => p["x"]);

        Trial[] last = [.. result.Trials.Skip(360)];
        Assert.Equal("nsga-ii", result.Sampler);
        Assert.True(last.Count(t => t.Parameters["x"] >= -0.05 && t.Parameters["x"] <= 2.05) > 90, "Most of the last generations lie on the front.");
        Assert.All(result.ParetoFront, t => Assert.InRange((double)t.Parameters["x"], -0.05, 2.05));
        Assert.True(result.ParetoFront.Max(t => (double)t.Parameters["x"]) - result.ParetoFront.Min(t => (double)t.Parameters["x"]) > 1.5);
    }

    [Fact]
    public void What_another_beats_in_every_objective_is_not_on_the_front()
    {
        // (balance, drawdown): #0 (5, 3), #1 (4, 1), #2 (4, 2) beaten by #1, #3 (6, 6), #4 fails.
        (double Balance, double Drawdown)[] runs = [(5, 3), (4, 1), (4, 2), (6, 6)];
        StudyResult result = Study.Named("front", seed: 1).Int("i", 0..4)
            .Maximize(((double Balance, double Drawdown) r) => r.Balance).AndMinimize(r => r.Drawdown)
            .Grid(p => runs[p["i"]]);

        Assert.Equal([0, 1, 3], result.ParetoFront.Select(t => t.Number));
        Assert.Equal([4.0, 2.0], result.Trials[2].Values);
    }

    [Fact]
    public void A_sampler_of_one_objective_is_refused_for_two() =>
        Assert.Throws<ArgumentException>(() => Study.Named("two", seed: 1).Float("x", 0, 1)
            .Minimize((double x) => x).AndMaximize(x => x).Run(new TpeSampler(), 10, (ParameterSet p) => p["x"]));
}
