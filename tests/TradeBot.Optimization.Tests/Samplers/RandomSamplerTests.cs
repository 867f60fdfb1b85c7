namespace TradeBot.Optimization.Tests;

public class RandomSamplerTests
{
    private static readonly ParameterSpace Space = ParameterSpace.Empty
        .With(new IntParameter("n", 1, 6)).With(new FloatParameter("rate", 0.001, 0.1, logarithmic: true));

    [Fact]
    public void The_draw_of_a_trial_depends_on_seed_and_number_alone()
    {
        ISamplerSession forwards = new RandomSampler().Start(Space, seed: 7), backwards = new RandomSampler().Start(Space, seed: 7);
        ParameterSet?[] first = [.. Enumerable.Range(0, 20).Select(forwards.Ask)];
        ParameterSet?[] second = [.. Enumerable.Range(0, 20).Reverse().Select(backwards.Ask).Reverse()];

        Assert.Equal(first, second);
        Assert.NotEqual(first[0], new RandomSampler().Start(Space, seed: 8).Ask(0));
    }

    [Fact]
    public void Draws_are_even_on_the_scale_of_the_parameter()
    {
        ISamplerSession session = new RandomSampler().Start(Space, seed: 7);
        ParameterSet[] draws = [.. Enumerable.Range(0, 6000).Select(number => session.Ask(number)!)];

        // 1000 expected of each face; five standard deviations of a binomial count are 144.
        foreach (IGrouping<int, ParameterSet> face in draws.GroupBy(draw => (int)draw["n"]))
            Assert.InRange(face.Count(), 856, 1144);
        // Half lie below the geometric mean; five standard deviations are 194.
        Assert.InRange(draws.Count(draw => draw["rate"] < 0.01), 2806, 3194);
        Assert.All(draws, draw => Assert.InRange((double)draw["rate"], 0.001, 0.1));
    }

    [Fact]
    public void Constraints_that_nothing_meets_are_an_error() =>
        Assert.Throws<InvalidOperationException>(() => new RandomSampler().Start(Space.Where(_ => false), seed: 1).Ask(0));
}
