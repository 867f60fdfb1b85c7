using TradeBot.Optimization.Overfitting;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>The number of independent trials of a study, and the Sharpe ratio that luck is expected to give.</summary>
/// <remarks>
/// Trials with equal returns count once, whatever their parameters are, and a cluster of similar trials is one independent
/// trial. Trials without returns that compare (failed, pruned, infeasible ones) count at the same rate as the others, so that a parameter without effect
/// changes no figure. Earlier trials on the same data are known by their count alone, and each counts in full unless the ledger shows that its returns were
/// those of another.
/// </remarks>
internal sealed class CountedSearch
{
    private readonly TrialClusters _clusters;
    private readonly int _periods;

    /// <param name="study">With a best trial whose returns were kept.</param>
    public CountedSearch(StudyResult study)
    {
        Trial best = study.Best!;
        Trial[] comparable = [.. study.Trials.Where(t => t.State == TrialState.Complete && t.Returns.Length == best.Returns.Length)];
        Returns = DistinctReturns.Of([best.Returns, .. comparable.Select(t => t.Returns)]);
        _clusters = TrialClusters.Of(Returns);
        _periods = best.Returns.Length;
        Effective = _clusters.Count * study.TrialCount / comparable.Length + study.EarlierTrials - study.EarlierDuplicates;
    }

    /// <summary>The different series of returns over the best trial's periods, that of the best first.</summary>
    public ReadOnlyMemory<double>[] Returns { get; }

    /// <summary>How many independent trials were made, earlier ones on the same data included; NaN when no returns vary.</summary>
    public double Effective { get; }

    /// <summary>The best Sharpe ratio that luck alone is expected to give, per observation; NaN when no returns vary.</summary>
    /// <remarks>
    /// The expected maximum over the clusters, each with the Sharpe ratio of its best member, plus what choosing that member gives: the expected maximum over
    /// the members of an average cluster, by the variance within clusters. With each trial in its own cluster, and with all in one, that is the
    /// formula for independent trials; in between, it counts only what correlated trials add. Of a single cluster's ratio the variance is that of
    /// sampling, <c>1/(n − 1)</c>, Lo, <i>Financial Analysts Journal</i> 58(4), 2002.
    /// </remarks>
    public double ExpectedMaximum()
    {
        if (_clusters.Members.Count == 0)
            return double.NaN;

        double[][] ratios = [.. _clusters.Members.Select(cluster => cluster.Select(i => SharpeStatistics.Of(Returns[i].Span).Sharpe).ToArray())];
        int freedom = ratios.Sum(cluster => cluster.Length - 1);
        double within = freedom == 0 ? 0 : ratios.Sum(cluster => RunningMoments.Of(cluster).Squares) / freedom;
        double between = ratios.Length < 2
            ? 1.0 / (_periods - 1)
            : RunningMoments.Of(Array.ConvertAll(ratios, cluster => cluster.Max())).Squares / (ratios.Length - 1);
        return ExpectedMaximumSharpe.Of(between, Effective)
            + ExpectedMaximumSharpe.Of(within, Math.Max(1, _clusters.Series / _clusters.Count));
    }
}
