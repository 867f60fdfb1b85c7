namespace TradeBot.Optimization.Overfitting.Tests;

public class EffectiveTrialsTests
{
    private static readonly double[] Wave = [1, -1, 1, -1], Slow = [1, 1, -1, -1];

    [Fact]
    public void Copies_are_worth_one() => Assert.Equal(1, EffectiveTrials.Of([Wave, Wave, Wave]), 1e-12);

    [Fact]
    public void Uncorrelated_trials_are_worth_their_number() => Assert.Equal(2, EffectiveTrials.Of([Wave, Slow]), 1e-12);

    [Fact]
    public void The_average_correlation_lies_between()
    {
        // Pairs: wave with its copy 1, twice wave with slow 0; on average 1/3. 1/3 + 2/3 · 3 = 7/3.
        Assert.Equal(7 / 3.0, EffectiveTrials.Of([Wave, Wave, Slow]), 1e-12);
    }

    [Fact]
    public void Trials_that_never_vary_do_not_count() => Assert.Equal(1, EffectiveTrials.Of([Wave, new double[4]]));
}
