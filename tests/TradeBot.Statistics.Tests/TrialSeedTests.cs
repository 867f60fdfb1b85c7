namespace TradeBot.Statistics.Tests;

public class TrialSeedTests
{
    [Fact]
    public void Seeds_never_change_between_versions()
    {
        // SplitMix64 by its published constants, worked independently with arbitrary-precision integers.
        Assert.Equal([1504534601, 1994341773, 1187598208], [TrialSeed.Derive(7, 0), TrialSeed.Derive(7, 1), TrialSeed.Derive(-1, 5)]);
    }

    [Fact]
    public void Neighbouring_trials_and_studies_get_different_seeds()
    {
        int[] seeds = [.. Enumerable.Range(0, 100).SelectMany(study => Enumerable.Range(0, 100).Select(number => TrialSeed.Derive(study, number)))];

        Assert.Equal(seeds.Length, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.True(seed >= 0));
    }

    [Fact]
    public void A_sequence_is_the_published_one()
    {
        // First outputs of the reference implementation for the seed 0.
        var random = new SplitMix64(0);
        Assert.Equal((0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4ul, 0x06C45D188009454Ful), (random.Next(), random.Next(), random.Next()));
    }

    [Fact]
    public void Numbers_are_drawn_from_the_upper_bits()
    {
        // 0xE220A8397B1DCDAF / 2⁶⁴ = 0.88331…
        Assert.Equal(0.8833108082136426, new SplitMix64(0).NextDouble(), 1e-15);
        Assert.Equal(8, new SplitMix64(0).NextInt(10));

        // Box and Muller: √(−2 ln(1 − 0.88331…)) · cos(2π · 0.43152…) of the first two.
        Assert.Equal(Math.Sqrt(-2 * Math.Log(1 - 0.8833108082136426)) * Math.Cos(2 * Math.PI * 0.43152799704850997), new SplitMix64(0).NextNormal(), 1e-12);
    }
}
