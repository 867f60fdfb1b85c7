using TradeBot.Optimization.Overfitting;
using TradeBot.Statistics;
using Xunit.Abstractions;

namespace TradeBot.Optimization.Tests;

public class LuckTestsTests(ITestOutputHelper output)
{
    private const int Periods = 250, Trials = 20;

    [Fact]
    public void Noise_is_not_found_better_and_an_edge_is()
    {
        ReadOnlyMemory<double>[] noise = Series(seed: 1, edge: 0), planted = Series(seed: 1, edge: 0.3);

        foreach (double p in (double[])[RealityCheck.Of(noise).PValue, SuperiorAbility.Of(noise).PValue, StepDown.PValues(noise).Min()])
            Assert.InRange(p, 0.1, 1);
        foreach (double p in (double[])[RealityCheck.Of(planted).PValue, SuperiorAbility.Of(planted).PValue, StepDown.PValues(planted).Min()])
            Assert.InRange(p, 0, 0.05);
        Assert.Equal([7], StepDown.PValues(planted).Select((p, k) => (p, k)).Where(x => x.p <= 0.05).Select(x => x.k));
        Assert.Equal(7, SuperiorAbility.Of(planted).Best);
    }

    [Fact]
    public void A_hopeless_trial_blunts_the_reality_check_and_not_the_test_for_superior_ability()
    {
        // A trial that loses much with wild swings: its deviations alone swamp the maximum of the reality check.
        var random = new Random(5);
        double[] wild = [.. Enumerable.Range(0, Periods).Select(_ => -0.05 + 0.3 * Normal(random))];
        ReadOnlyMemory<double>[] with = [.. Series(seed: 1, edge: 0.3), wild];

        Assert.True(RealityCheck.Of(with).PValue > 0.2);
        Assert.True(SuperiorAbility.Of(with).PValue < 0.05);
    }

    [Fact]
    public void One_trial_alone_gives_the_p_value_of_its_mean()
    {
        // 400 independent draws: the share of means above is that of a t-test, up to the draw of 4,000 resamples.
        var random = new Random(11);
        double[] series = [.. Enumerable.Range(0, 400).Select(_ => 0.07 + Normal(random))];
        double t = SharpeStatistics.Of(series).Sharpe * 20, expected = 1 - MathNet.Numerics.Distributions.Normal.CDF(0, 1, t);

        Assert.Equal(expected, RealityCheck.Of([series], samples: 4000, meanBlock: 1).PValue, 0.02);
        Assert.Equal(expected, SuperiorAbility.Of([series], samples: 4000, meanBlock: 1).PValue, 0.02);
        Assert.Equal(expected, StepDown.PValues([series], samples: 4000, meanBlock: 1)[0], 0.02);
    }

    [Fact]
    public void A_study_is_tested_whole_with_every_trial_charged()
    {
        StudyResult study = Study.Named("planted", seed: 3).Int("trial", 0, Trials - 1)
            .Maximize((double[] r) => SharpeStatistics.Of(r).Sharpe).Returns(r => r).Grid(p => Series(1, 0.3)[p["trial"]].ToArray());
        LuckTests tests = LuckTests.Of(study)!;

        Assert.Equal(1, tests.SignificantTrials);
        Assert.InRange(tests.SuperiorAbility.PValue, 0, 0.05);
        Assert.InRange(tests.Haircut.Haircut, 0.05, 0.9);
        Assert.InRange(tests.Interval.Low, 0, tests.Interval.Value);
        Assert.Null(LuckTests.Of(study with { Trials = [.. study.Trials.Select(t => t with { Returns = default })] }));
    }

    [Fact]
    public void Skewed_noise_is_found_better_as_rarely_as_promised()
    {
        const int Searches = 400;
        int[] rejected = new int[3];
        Parallel.For(0, Searches, seed =>
        {
            var random = new Random(seed);
            ReadOnlyMemory<double>[] trials = [.. Enumerable.Range(0, Trials).Select(_ => (ReadOnlyMemory<double>)Enumerable.Range(0, Periods)
                .Select(_ => (4 - MathNet.Numerics.Distributions.Gamma.Sample(random, 4, 1)) / 2).ToArray())];
            double[] p =
            [
                RealityCheck.Of(trials, samples: 200, meanBlock: 1, seed).PValue,
                SuperiorAbility.Of(trials, samples: 200, meanBlock: 1, seed).PValue,
                StepDown.PValues(trials, samples: 200, meanBlock: 1, seed).Min(),
            ];
            for (int test = 0; test < p.Length; test++)
                Interlocked.Add(ref rejected[test], p[test] <= 0.05 ? 1 : 0);
        });

        // 20 expected at 5 %, standard deviation 4.4. A bench measures the rates themselves.
        output.WriteLine($"rejected of {Searches}: {string.Join(", ", rejected)}");
        Assert.All(rejected, count => Assert.InRange(count, 8, 32));
    }

    private static ReadOnlyMemory<double>[] Series(int seed, double edge)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Trials).Select(trial =>
            (ReadOnlyMemory<double>)Enumerable.Range(0, Periods).Select(_ => 0.01 * (Normal(random) + (trial == 7 ? edge : 0))).ToArray())];
    }

    private static double Normal(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
