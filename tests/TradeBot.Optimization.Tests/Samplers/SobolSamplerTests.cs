using Xunit.Abstractions;

namespace TradeBot.Optimization.Tests;

public class SobolSamplerTests(ITestOutputHelper output)
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

    [Fact]
    public void The_points_are_those_that_Joe_and_Kuo_publish()
    {
        // The first ten of three dimensions in Gray code order, in sixteenths; the seed's shift, the same for all points, is taken off.
        int[,] published = { { 0, 0, 0 }, { 8, 8, 8 }, { 12, 4, 4 }, { 4, 12, 12 }, { 6, 6, 10 }, { 14, 14, 2 }, { 10, 2, 14 }, { 2, 10, 6 }, { 3, 5, 15 }, { 11, 13, 7 } };
        double[][] points = Draw(new SobolSampler(), Cube(3), seed: 7, count: 10);

        for (int i = 0; i < 10; i++)
        {
            for (int j = 0; j < 3; j++)
                Assert.Equal(published[i, j], Sixteenth(points[i][j]) ^ Sixteenth(points[0][j]));
        }

        static int Sixteenth(double fraction) => (int)(16 * fraction);
    }

    /// <summary>
    /// What even points are for: means over the space, whose error is a small part of that of as many uniform draws. The best of them is little better than the best
    /// of chance, and the less the more parameters there are.
    /// </summary>
    [Theory]
    [InlineData("Branin", 0.12, 0.85)]
    [InlineData("Rosenbrock", 0.12, 1.05)]
    [InlineData("Hartmann-6", 0.45, 1.05)]
    public void Its_means_err_far_less_than_those_of_chance_and_its_best_is_no_worse(string function, double margin, double bestMargin)
    {
        (Func<int, Study> space, Func<ParameterSet, double> regret) = function switch
        {
            "Branin" => ((Func<int, Study>)KnownFunctions.BraninSpace, (Func<ParameterSet, double>)KnownFunctions.Branin),
            "Rosenbrock" => (KnownFunctions.RosenbrockSpace, KnownFunctions.Rosenbrock),
            _ => (KnownFunctions.HartmannSpace, KnownFunctions.Hartmann),
        };
        (double Spread, double Best) sobol = Measure(new SobolSampler()), chance = Measure(new RandomSampler());
        output.WriteLine(FormattableString.Invariant($"{function}: error of the mean {sobol.Spread / chance.Spread:0.000} of chance, mean best {sobol.Best / chance.Best:0.00}"));

        Assert.InRange(sobol.Spread / chance.Spread, 0, margin);
        Assert.InRange(sobol.Best / chance.Best, 0, bestMargin);

        (double Spread, double Best) Measure(ISampler sampler)
        {
            const int Seeds = 400, Points = 240;
            double[] means = new double[Seeds], bests = new double[Seeds];
            Parallel.For(0, Seeds, seed =>
            {
                ISamplerSession session = sampler.Start(space(seed).Space, seed);
                double[] values = [.. Enumerable.Range(0, Points).Select(i => regret(session.Ask(i)!))];
                (means[seed], bests[seed]) = (values.Average(), values.Min());
            });
            double mean = means.Average();
            return (Math.Sqrt(means.Average(m => (m - mean) * (m - mean))), bests.Average());
        }
    }

    private static ParameterSpace Cube(int dimensions) =>
        Enumerable.Range(0, dimensions).Aggregate(ParameterSpace.Empty, (s, i) => s.With(new FloatParameter($"x{i}", 0, 1)));

    private static double[][] Draw(ISampler sampler, ParameterSpace space, int seed, int count)
    {
        ISamplerSession session = sampler.Start(space, seed);
        return [.. Enumerable.Range(0, count).Select(i => session.Ask(i)!.Select(p => p.Value.ToDouble()).ToArray())];
    }
}
