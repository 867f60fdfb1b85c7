namespace TradeBot.Optimization.Tests;

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
}
