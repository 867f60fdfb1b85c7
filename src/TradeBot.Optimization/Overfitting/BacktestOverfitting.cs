using TradeBot.Statistics;

namespace TradeBot.Optimization.Overfitting;

/// <summary>How often the trial that is best on one half of the data is below the median on the other.</summary>
/// <param name="Probability">Share of the splits in which the best trial in sample is in the lower half out of sample, in [0, 1].</param>
/// <param name="Blocks">Number of blocks of time into which the returns were divided.</param>
/// <param name="Logits">One per split, in the order of the combinations: <c>ln(ω / (1 − ω))</c>, ω being the relative rank out of sample.</param>
/// <remarks>Probability of backtest overfitting by combinatorially symmetric cross-validation.</remarks>
[TypeFormatterSource]
public sealed record BacktestOverfitting(double Probability, int Blocks, IReadOnlyList<double> Logits)
{
    /// <summary>The mean of <see cref="Logits"/>: above 0 when the best in sample is usually above the median out of sample.</summary>
    public double MeanLogit => Logits.Average();

    /// <summary>Divides the blocks of time in all ways into two equal halves and ranks the best trial of one on the other.</summary>
    /// <param name="returns">For each trial its returns per period, all over the same periods.</param>
    /// <param name="blocks">Even, from 2 to 20. The oldest periods that do not fill a block are omitted.</param>
    /// <returns>
    /// Performance is the Sharpe ratio, mean over standard deviation dividing by n − 1; a trial for which it is undefined ranks last.
    /// Ranks ascend, ties sharing their average; ω is the rank over the number of trials + 1; a logit of 0 or less counts as overfitted.
    /// Among equals in sample, the earliest trial is the best.
    /// </returns>
    /// <exception cref="ArgumentException">Fewer than 2 trials, different lengths, or fewer than 2 periods per block.</exception>
    /// <remarks>
    /// Source: Bailey, Borwein, López de Prado, Zhu, "The probability of backtest overfitting", <i>J. Computational Finance</i> 20(4), 2017.
    /// </remarks>
    public static BacktestOverfitting Of(IReadOnlyList<ReadOnlyMemory<double>> returns, int blocks = 16)
    {
        Require(returns, blocks);
        var sums = new BlockSums(returns, blocks);
        List<double> logits = [];
        double[] inSample = new double[returns.Count], outOfSample = new double[returns.Count];
        foreach (int[] half in Combinations.Of(blocks, blocks / 2))
        {
            sums.Measure(half, inSample, outOfSample);
            double rank = Ranks.Of(outOfSample, outOfSample[IndexOfBest(inSample)]) / (returns.Count + 1);
            logits.Add(Math.Log(rank / (1 - rank)));
        }

        return new(logits.Count(logit => logit <= 0) / (double)logits.Count, blocks, logits);
    }

    private static void Require(IReadOnlyList<ReadOnlyMemory<double>> returns, int blocks)
    {
        ArgumentNullException.ThrowIfNull(returns);
        if (blocks is < 2 or > 20 || int.IsOddInteger(blocks))
            throw new ArgumentOutOfRangeException(nameof(blocks), blocks, "Must be even, from 2 to 20.");
        if (returns.Count < 2)
            throw new ArgumentException($"Need the returns of at least 2 trials, got {returns.Count}.", nameof(returns));

        int periods = returns[0].Length;
        if (periods < 2 * blocks)
            throw new ArgumentException($"Need at least {2 * blocks} periods for {blocks} blocks, got {periods}.", nameof(returns));

        for (int i = 1; i < returns.Count; i++)
        {
            if (returns[i].Length != periods)
                throw new ArgumentException($"Trial {i} has {returns[i].Length} returns, trial 0 has {periods}: all must cover the same periods.", nameof(returns));
        }
    }

    private static int IndexOfBest(double[] values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best] || double.IsNaN(values[best]))
                best = i;
        }

        return best;
    }
}
