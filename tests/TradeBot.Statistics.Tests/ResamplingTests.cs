namespace TradeBot.Statistics.Tests;

/// <summary>Draws and figures to the digit: worked by hand, or by a program of its own with arbitrary-precision integers.</summary>
public class ResamplingTests
{
    private static readonly double[] Returns = [0.01, -0.02, 0.03, 0.02, -0.01];

    [Fact]
    public void Positions_never_change_between_versions()
    {
        Assert.Equal([10, 11, 5, 6, 7, 8, 9, 10, 11, 0, 7, 2], Draw(meanBlock: 3, seed: 7, number: 2));
        Assert.Equal([11, 0, 7, 8, 4, 7, 7, 4, 6, 7, 1, 8], Draw(meanBlock: 1, seed: -4, number: 0));

        static int[] Draw(double meanBlock, int seed, int number)
        {
            int[] positions = new int[12];
            StationaryBootstrap.Draw(positions, meanBlock, seed, number);
            return positions;
        }
    }

    [Fact]
    public void Orders_of_trades_never_change_between_versions()
    {
        double[] depths = MonteCarlo.DrawdownsOfOrder([0.1, -0.2, 0.3, -0.05, -0.1], samples: 100, seed: 3);
        Assert.Equal([-0.316, -0.316, -0.28, -0.24, -0.2], new[] { depths[0], depths[25], depths[50], depths[75], depths[99] }, Near);
        Assert.Equal(100, depths.Length);
        Assert.All(MonteCarlo.DrawdownsOfOrder([0.1, 0.2], samples: 100), d => Assert.Equal(0, d));
    }

    [Fact]
    public void Noise_has_a_share_of_the_deviation_and_never_changes_between_versions()
    {
        double[] differences = MonteCarlo.WithNoise([0.01, -0.02, 0.03, 0.02], v => v.Span[0] - v.Span[3], noise: 0.5, samples: 100, seed: 3);
        Assert.Equal([-0.0483421788315124, -0.011928955606874101, 0.03225209019487418], new[] { differences[0], differences[50], differences[99] }, Near);
    }

    [Fact]
    public void An_interval_lies_between_the_percentiles_that_leave_as_much_on_either_side()
    {
        BootstrapInterval interval = StationaryBootstrap.Interval(Returns, v => v.ToArray().Average(), confidence: 0.8, samples: 100, meanBlock: 2, seed: 5);
        Assert.Equal([0.006, -0.0022, 0.014, 0.8, 2], new[] { interval.Value, interval.Low, interval.High, interval.Confidence, interval.MeanBlock }, Near);
        Assert.Equal("0.006 (80 %: -0.0022 to 0.014)", interval.ToString());
        Assert.Equal(StationaryBootstrap.BlockLength(Returns), StationaryBootstrap.Interval(Returns, v => 1, samples: 100).MeanBlock);
    }

    [Fact]
    public void Resamples_whose_figure_is_undefined_are_left_out()
    {
        // 56 of the 100 begin with a gain.
        BootstrapInterval some = StationaryBootstrap.Interval(Returns, v => v.Span[0] < 0 ? double.NaN : v.ToArray().Average(), 0.8, 100, 2, 5);
        Assert.Equal([0.002, 0.018], new[] { some.Low, some.High }, Near);
        BootstrapInterval none = StationaryBootstrap.Interval(Returns, v => double.NaN, samples: 100);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (none.Value, none.Low, none.High));
    }

    [Fact]
    public void The_least_that_can_be_resampled_is_accepted()
    {
        Assert.Equal(1, StationaryBootstrap.Interval([0.1, 0.2], v => 1, samples: 100, meanBlock: 1).High);
        Assert.Equal(100, MonteCarlo.WithNoise([0.1, 0.2], v => 1, samples: 100).Length);
    }

    [Theory]
    [InlineData(30, 0.7, 2.0752263544855127)]
    [InlineData(60, 0.5, 2.6361271982337873)]
    [InlineData(200, 0.3, 2.9892765808603343)]
    [InlineData(200, 0.9, 18.973040533042425)] // at no lag is it quiet
    [InlineData(200, -0.5, 3.727005366664415)]
    [InlineData(500, 0.8, 13.141205559413372)]
    [InlineData(40, 0.98, 3.826736556980981)]
    [InlineData(8, 0.5, 1.2885456126897519)]
    public void A_block_is_as_long_as_the_published_rule_says(int count, double dependence, double length)
    {
        var random = new SplitMix64(11);
        double[] series = new double[count];
        for (int i = 0; i < count; i++)
            series[i] = (i == 0 ? 0 : dependence * series[i - 1]) + random.NextNormal();
        Assert.Equal(length, StationaryBootstrap.BlockLength(series), 1e-9);
    }

    [Fact]
    public void A_block_is_no_longer_than_a_third_and_no_shorter_than_one()
    {
        // By the rule 5.848 for eight values that go up and down.
        Assert.Equal(8 / 3.0, StationaryBootstrap.BlockLength([-1, 1, -1, 1, -1, 1, -1, 1]), 1e-12);
        Assert.Equal(1, StationaryBootstrap.BlockLength([-1, 1, -1, 1, -1, 1, -1]));
        Assert.Equal(1.3516004434607556, StationaryBootstrap.BlockLength([1, 2, 3, 4, 5, 6, 7, 8]), 1e-12);
        Assert.Equal(1, StationaryBootstrap.BlockLength([]));

        // Quiet from the last lag on that five more can follow.
        Assert.Equal(2.103924587686025, StationaryBootstrap.BlockLength([3, 3, -1, -1, 3, 3, -2, 0]), 1e-12);
    }

    [Fact]
    public void The_standard_error_of_a_mean_is_the_weighted_autocovariance_around_the_circle()
    {
        // Deviations −1.5, −0.5, 1.5, 0.5: γ is 1.25, 0, −1.25, 0. Blocks of 2: 1.25 − 2 · ½ · ¼ · 1.25 = 0.9375, over 4.
        Assert.Equal(Math.Sqrt(1.25 / 4), StationaryBootstrap.StandardError([1, 2, 4, 3], 1), 1e-12);
        Assert.Equal(Math.Sqrt(0.9375 / 4), StationaryBootstrap.StandardError([1, 2, 4, 3], 2), 1e-12);
        Assert.Equal(0.43140597018482607, StationaryBootstrap.StandardError([1, 2, 4, 3, 0, 7], 5), 1e-12);
        Assert.Equal(0, StationaryBootstrap.StandardError([], 2));
        Assert.Equal(0, StationaryBootstrap.StandardError([-1, 1], 1e9), 1e-4); // one block around the circle has the mean itself
    }

    [Fact]
    public void Normal_numbers_never_change_between_versions()
    {
        var random = new SplitMix64(0);
        Assert.Equal([-1.8839083333524405, 0.22760793546360525, -0.22143788059715477], new[] { random.NextNormal(), random.NextNormal(), random.NextNormal() }, Near);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-12;
}
