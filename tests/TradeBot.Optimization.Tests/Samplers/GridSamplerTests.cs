namespace TradeBot.Optimization.Tests;

public class GridSamplerTests
{
    private static List<string> Walk(ParameterSpace space)
    {
        ISamplerSession session = new GridSampler().Start(space, seed: 1);
        List<string> walked = [];
        while (session.Ask(walked.Count) is ParameterSet set)
            walked.Add(set.ToString());
        return walked;
    }

    [Fact]
    public void Walks_every_combination_with_the_last_parameter_fastest()
    {
        ParameterSpace space = ParameterSpace.Empty.With(new IntParameter("x", 1, 2)).With(new ChoiceParameter("kind", ["a", "b"]));

        Assert.Equal(["x=1, kind=a", "x=1, kind=b", "x=2, kind=a", "x=2, kind=b"], Walk(space));
    }

    [Fact]
    public void Leaves_out_what_a_constraint_refuses()
    {
        ParameterSpace space = ParameterSpace.Empty
            .With(new IntParameter("fast", 1, 3)).With(new IntParameter("slow", 2, 3))
            .Where(p => p["fast"] < p["slow"]);

        Assert.Equal(["fast=1, slow=2", "fast=1, slow=3", "fast=2, slow=3"], Walk(space));
    }

    [Fact]
    public void A_continuous_range_is_refused_by_name()
    {
        ParameterSpace space = ParameterSpace.Empty.With(new FloatParameter("rate", 0, 1));

        var error = Assert.Throws<ArgumentException>(() => Walk(space));
        Assert.Contains("'rate'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_of_which_no_combination_is_meant_says_so()
    {
        Study<double> study = Study.Named("none", seed: 1).Int("fast", 5..10).Int("slow", 20..30).Where(p => p["fast"] > p["slow"]).Maximize((double value) => value);
        var error = Assert.Throws<InvalidOperationException>(() => study.Grid(_ => 1.0));
        Assert.Equal("No combination of 'fast: 5..10; slow: 20..30' meets the constraints: loosen them or widen the ranges.", error.Message);

        Study<double> one = Study.Named("one", seed: 1).Float("x", 0, 1, step: 0.5).Where(p => p["x"] > 0.9).Maximize((double value) => value);
        Assert.Equal(1, one.Grid(_ => 1.0).TrialCount);
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_names_its_parameter()
    {
        Assert.Contains("'fast'", Assert.Throws<ArgumentOutOfRangeException>(() => Study.Named("s", seed: 1).Int("fast", 50..5)).Message, StringComparison.Ordinal);
        Assert.Contains("'slow'", Assert.Throws<ArgumentOutOfRangeException>(() => Study.Named("s", seed: 1).Int("slow", 5, 50, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("'stop'", Assert.Throws<ArgumentOutOfRangeException>(() => Study.Named("s", seed: 1).Float("stop", 2, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("'rate'", Assert.Throws<ArgumentOutOfRangeException>(() => Study.Named("s", seed: 1).LogFloat("rate", 0, 1)).Message, StringComparison.Ordinal);
    }
}
