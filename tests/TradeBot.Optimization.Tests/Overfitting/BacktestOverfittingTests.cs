using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.Optimization.Overfitting.Tests;

public class BacktestOverfittingTests
{
    [SkippableTheory]
    [InlineData("noise_only", 0.0)]
    [InlineData("column3_plus_0_002", 0.002)]
    public void Agrees_with_an_independent_implementation(string example, double edgeOfColumn3)
    {
        foreach (JsonElement expected in PublishedFigures.Load().GetProperty("pbo_cscv").GetProperty(example).EnumerateArray())
        {
            var actual = BacktestOverfitting.Of(Noise(edgeOfColumn3), expected.GetProperty("S").GetInt32());

            Assert.Equal(expected.GetProperty("combinations").GetInt32(), actual.Logits.Count);
            Assert.Equal(expected.Number("pbo"), actual.Probability, 1e-15);
            Assert.Equal(expected.Number("mean_logit"), actual.MeanLogit, 1e-13);
            double[] first = [.. expected.GetProperty("first_5_logits").EnumerateArray().Select(value => value.GetDouble())];
            for (int i = 0; i < first.Length; i++)
                Assert.Equal(first[i], actual.Logits[i], 1e-14);
        }
    }

    [Fact]
    public void Sixteen_blocks_split_in_12870_ways() => Assert.Equal(12870, BacktestOverfitting.Of(Noise(0), 16).Logits.Count);

    [Fact]
    public void A_trial_that_is_best_everywhere_is_never_overfitted()
    {
        double[] poor = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 0.01 : -0.01)];
        double[] good = [.. poor.Select(value => value + 0.01)];

        var result = BacktestOverfitting.Of([poor, good], blocks: 4);

        Assert.Equal(0, result.Probability);
        Assert.All(result.Logits, logit => Assert.Equal(Math.Log(2), logit, 1e-15)); // rank 2 of 2: ω = 2/3
    }

    [Fact]
    public void A_trial_that_is_good_in_one_half_only_is_overfitted()
    {
        // Blocks of two: each trial earns in one block and loses in the other, so the best of one is the worst of the other.
        var result = BacktestOverfitting.Of([new double[] { 0.01, 0.02, -0.01, -0.02 }, new double[] { -0.01, -0.02, 0.01, 0.02 }], blocks: 2);

        Assert.Equal(1, result.Probability);
    }

    [Fact]
    public void A_trial_without_a_trade_ranks_last()
    {
        // Half in: the first loses. Out: the idle trial has no Sharpe ratio and ranks below the loser.
        var result = BacktestOverfitting.Of([new double[] { -0.01, -0.02, -0.01, -0.02 }, new double[4]], blocks: 2);

        Assert.All(result.Logits, logit => Assert.Equal(Math.Log(2), logit, 1e-15));
    }

    [Fact]
    public void Trials_over_different_periods_are_refused() =>
        Assert.Throws<ArgumentException>(() => BacktestOverfitting.Of([new double[8], new double[9]], blocks: 2));

    [Fact]
    public void Odd_blocks_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BacktestOverfitting.Of([new double[90], new double[90]], 5));

    /// <summary>240 rows of 12 columns from a linear congruential generator, row by row.</summary>
    private static ReadOnlyMemory<double>[] Noise(double edgeOfColumn3)
    {
        double[][] columns = [.. Enumerable.Range(0, 12).Select(_ => new double[240])];
        long state = 20240101;
        for (int row = 0; row < 240; row++)
        {
            for (int column = 0; column < 12; column++)
            {
                state = (1103515245 * state + 12345) % 2147483648;
                columns[column][row] = (state / 2147483648.0 - 0.5) * 0.02 + (column == 3 ? edgeOfColumn3 : 0);
            }
        }

        return [.. columns.Select(column => new ReadOnlyMemory<double>(column))];
    }
}
