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
}
