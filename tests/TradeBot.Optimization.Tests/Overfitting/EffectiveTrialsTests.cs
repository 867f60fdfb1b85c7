using System.Diagnostics;
using Xunit.Abstractions;

namespace TradeBot.Optimization.Overfitting.Tests;

public class EffectiveTrialsTests(ITestOutputHelper output)
{
    private static readonly double[] Wave = [1, -1, 1, -1], Slow = [1, 1, -1, -1];

    [Fact]
    public void Copies_are_worth_one() => Assert.Equal(1, EffectiveTrials.Of([Wave, Wave, Wave]), 1e-12);

    [Fact]
    public void Uncorrelated_trials_are_worth_their_number() => Assert.Equal(2, EffectiveTrials.Of([Wave, Slow]), 1e-12);

    [Fact]
    public void A_copy_adds_nothing_to_what_is_independent_of_it() => Assert.Equal(2, EffectiveTrials.Of([Wave, Wave, Slow]), 1e-12);

    [Fact]
    public void Trials_that_never_vary_do_not_count() => Assert.Equal(1, EffectiveTrials.Of([Wave, new double[4]]));

    // The copies' correlation is 1 / (1 + noise²): from 0.99 down to 0.5.
    [Theory]
    [InlineData(0.1, 250)]
    [InlineData(0.5, 250)]
    [InlineData(0.5, 1000)]
    [InlineData(1.0, 500)]
    public void Noisy_copies_count_as_the_series_that_they_copy(double noise, int periods)
    {
        foreach (int clusters in (int[])[1, 3, 20, 50])
        {
            foreach (int copies in (int[])[1, 7, 100])
            {
                double counted = EffectiveTrials.Of(NoisyCopies(clusters, _ => copies, noise, periods, seed: 17 * clusters + copies));

                output.WriteLine($"{clusters} clusters of {copies}: {counted}");
                Assert.InRange(counted, 0.8 * clusters, 1.2 * clusters);
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(23)]
    [InlineData(50)]
    public void Clusters_of_different_sizes_count_one_each(int clusters)
    {
        double counted = EffectiveTrials.Of(NoisyCopies(clusters, k => 1 + k * k * 37 % 100, noise: 0.4, periods: 300, seed: clusters));

        Assert.InRange(counted, 0.8 * clusters, 1.2 * clusters);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void On_few_periods_a_correlation_by_chance_does_not_make_a_cluster(int periods) =>
        Assert.InRange(EffectiveTrials.Of(NoisyCopies(50, _ => 1, noise: 0, periods, seed: periods)), 40, 50);

    [Fact]
    public void The_order_of_the_trials_changes_nothing()
    {
        ReadOnlyMemory<double>[] returns = NoisyCopies(12, _ => 8, noise: 0.6, periods: 250, seed: 5);

        Assert.Equal(EffectiveTrials.Of(returns), EffectiveTrials.Of([.. returns.Reverse()]));
    }

    [Fact]
    public void Ten_thousand_trials_are_counted_in_seconds()
    {
        ReadOnlyMemory<double>[] similar = NoisyCopies(100, _ => 100, noise: 0.5, periods: 1000, seed: 1);
        ReadOnlyMemory<double>[] independent = NoisyCopies(10_000, _ => 1, noise: 0, periods: 500, seed: 2);

        var watch = Stopwatch.StartNew();
        Assert.InRange(EffectiveTrials.Of(similar), 95, 105);
        output.WriteLine($"similar {watch.Elapsed}");
        watch.Restart();
        Assert.InRange(EffectiveTrials.Of(independent), 9000, 10_000);
        output.WriteLine($"independent {watch.Elapsed}");
    }

    [Fact]
    public void Beyond_ten_thousand_a_sample_tells_the_number()
    {
        Assert.InRange(EffectiveTrials.Of(NoisyCopies(40, _ => 300, noise: 0.3, periods: 100, seed: 3)), 39, 41);
        Assert.InRange(EffectiveTrials.Of(NoisyCopies(11_000, _ => 1, noise: 0, periods: 256, seed: 4)), 10_000, 11_000);
    }

    private static ReadOnlyMemory<double>[] NoisyCopies(int clusters, Func<int, int> copies, double noise, int periods, int seed)
    {
        var random = new Random(seed);
        double[] Draw() => [.. Enumerable.Range(0, periods).Select(_ => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 0.01))];
        List<ReadOnlyMemory<double>> all = [];
        for (int k = 0; k < clusters; k++)
        {
            double[] original = Draw();
            for (int copy = 0; copy < copies(k); copy++)
                all.Add(noise == 0 ? original : original.Zip(Draw(), (value, error) => value + noise * error).ToArray());
        }

        return [.. all];
    }
}
