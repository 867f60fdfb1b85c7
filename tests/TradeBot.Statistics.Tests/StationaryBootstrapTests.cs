namespace TradeBot.Statistics.Tests;

public class StationaryBootstrapTests
{
    [Fact]
    public void Blocks_follow_on_and_have_the_mean_length_asked_for()
    {
        int[] positions = new int[20_000];
        StationaryBootstrap.Draw(positions, meanBlock: 10, seed: 7, number: 3);

        // A block ends with probability 1/10: 2,000 expected, standard deviation 42.
        int breaks = positions.Skip(1).Where((p, i) => p != (positions[i] + 1) % positions.Length).Count();
        Assert.InRange(breaks, 1_790, 2_210);
        Assert.All(positions, p => Assert.InRange(p, 0, positions.Length - 1));
    }

    [Fact]
    public void An_interval_covers_the_mean_of_dependent_returns_about_as_often_as_it_says()
    {
        int covered = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            BootstrapInterval interval = StationaryBootstrap.Interval(Autoregressive(500, 0.5, seed), r => Mean(r.Span), 0.9, samples: 300, seed: seed);
            covered += interval.Low <= 0 && interval.High >= 0 ? 1 : 0;
        }

        // 180 expected, standard deviation 4.2; block resampling of a finite series is a little short.
        Assert.InRange(covered, 160, 192);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(30)]
    public void The_standard_error_is_that_of_very_many_resamples(double block)
    {
        const int Draws = 20_000;
        double[] series = Autoregressive(60, 0.5, 3);
        int[] positions = new int[series.Length];
        double mean = Mean(series), squares = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            StationaryBootstrap.Draw(positions, block, seed: 1, draw);
            squares += Math.Pow(positions.Average(p => series[p]) - mean, 2);
        }

        // The draws' own standard error is 0.5 %.
        Assert.InRange(StationaryBootstrap.StandardError(series, block) / Math.Sqrt(squares / Draws), 0.98, 1.02);
        Assert.Equal(0, StationaryBootstrap.StandardError([1, 1, 1], block));
    }

    [Fact]
    public void What_depends_on_its_past_longer_gets_longer_blocks()
    {
        double free = StationaryBootstrap.BlockLength(Autoregressive(2000, 0, 1)), bound = StationaryBootstrap.BlockLength(Autoregressive(2000, 0.8, 1));

        Assert.InRange(free, 1, 8);
        Assert.InRange(bound, 15, 120);
        Assert.Equal(1, StationaryBootstrap.BlockLength([1, 1, 1, 1, 1, 1, 1, 1, 1]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval()
    {
        double[] series = Autoregressive(200, 0.2, 3);
        BootstrapInterval Draw(int seed) => StationaryBootstrap.Interval(series, r => Mean(r.Span), seed: seed);

        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact]
    public void The_order_of_trades_moves_the_drawdown_and_noise_the_metric()
    {
        // +10 % and −10 %: the drawdown is 10 % in any order. Three losses in a row are 27.1 %, the deepest there can be.
        Assert.All(MonteCarlo.DrawdownsOfOrder([0.1, -0.1]), d => Assert.Equal(-0.1, d, 12));
        double[] depths = MonteCarlo.DrawdownsOfOrder([0.1, -0.1, 0.1, -0.1, 0.1, -0.1]);
        Assert.Equal(1 - 0.729, -depths[0], 9);
        Assert.Equal(depths.Order(), depths);

        double[] means = MonteCarlo.WithNoise([0.01, -0.01, 0.02, 0.0], r => Mean(r.Span));
        Assert.Equal(0.005, means.Average(), 0.001);
        Assert.True(means[^1] > means[0]);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }

    private static double[] Autoregressive(int count, double dependence, int seed)
    {
        var random = new Random(seed);
        double[] series = new double[count];
        for (int i = 0; i < count; i++)
            series[i] = (i == 0 ? 0 : dependence * series[i - 1]) + MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
        return series;
    }
}
