namespace TradeBot.Optimization.Tests;

public class SobolSamplerTests
{
    [Fact]
    public void Every_parameter_gets_one_point_in_each_equal_part_of_its_range()
    {
        const int Points = 64;
        ParameterSpace space = Enumerable.Range(0, SobolSampler.MaxParameters)
            .Aggregate(ParameterSpace.Empty, (s, i) => s.With(new IntParameter($"p{i}", 0, Points - 1)));
        ISamplerSession session = new SobolSampler().Start(space, seed: 7);
        ParameterSet[] points = [.. Enumerable.Range(0, Points).Select(i => session.Ask(i)!)];

        for (int i = 0; i < SobolSampler.MaxParameters; i++)
            Assert.Equal(Enumerable.Range(0, Points), points.Select(p => (int)p[$"p{i}"]).Order());
    }

    [Fact]
    public void The_first_two_parameters_are_even_together()
    {
        ParameterSpace space = ParameterSpace.Empty.With(new IntParameter("x", 0, 7)).With(new IntParameter("y", 0, 7));
        ISamplerSession session = new SobolSampler().Start(space, seed: 7);

        // A (0, 6, 2)-net: 64 points, one in each of the 8 × 8 squares.
        Assert.Equal(64, Enumerable.Range(0, 64).Select(i => session.Ask(i)!).Distinct().Count());
    }

    [Fact]
    public void More_parameters_than_it_knows_are_refused()
    {
        ParameterSpace space = Enumerable.Range(0, 22).Aggregate(ParameterSpace.Empty, (s, i) => s.With(new IntParameter($"p{i}", 0, 1)));

        Assert.Throws<ArgumentException>(() => new SobolSampler().Start(space, seed: 1));
    }
}
