using TradeBot.Optimization.Overfitting;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>Multiple-testing corrections for the trials of a study, by the returns it kept.</summary>
/// <param name="RealityCheck">White's reality check.</param>
/// <param name="SuperiorAbility">Hansen's test.</param>
/// <param name="StepDown">Romano and Wolf's adjusted p-value of the best trial.</param>
/// <param name="SignificantTrials">Number of trials that are better than 0 at the 5 % level after the step-down; those with equal returns count once.</param>
/// <param name="Haircut">The best Sharpe ratio after Šidák's correction for every independent trial, as <see cref="StudyVerdict.EffectiveTrials"/> counts them.</param>
/// <param name="Interval">Confidence interval of the best trial's Sharpe ratio, without regard to the search.</param>
/// <param name="MinimumYears">Years of data below which luck alone gives a Sharpe ratio of 1 a year after so many independent trials.</param>
[TypeFormatterSource]
public sealed record LuckTests(
    LuckTest RealityCheck, LuckTest SuperiorAbility, LuckTest StepDown, int SignificantTrials, HaircutSharpe Haircut, BootstrapInterval Interval, double MinimumYears)
{
    /// <summary>Number of periods of each trial.</summary>
    public int Periods { get; init; }

    /// <summary>Why the p-values are only a rough guide; null where their true size is within about a percentage point.</summary>
    public string? Caution => Periods >= SharpeStatistics.EnoughObservations
        ? null
        : FormattableString.Invariant($"only a rough guide: {Periods:N0} periods, of {SharpeStatistics.EnoughObservations} needed");

    /// <summary>Runs the tests.</summary>
    /// <param name="study">Its complete trials with returns over the same periods as the best one's are tested, equal ones once; every independent trial is counted.</param>
    /// <param name="samples">How many resamples, at least 100. The time grows with trials, periods and samples.</param>
    /// <returns>Null when no returns were kept, or the best trial's never vary.</returns>
    public static LuckTests? Of(StudyResult study, int samples = 1000)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.Best is not Trial best || !double.IsFinite(SharpeStatistics.Of(best.Returns.Span).Sharpe))
            return null;

        var search = new CountedSearch(study);
        ReadOnlyMemory<double>[] returns = search.Returns;
        double[] stepDown = Overfitting.StepDown.PValues(returns, samples, seed: study.Seed);
        var statistics = SharpeStatistics.Of(best.Returns.Span);
        return new LuckTests(
            Overfitting.RealityCheck.Of(returns, samples, seed: study.Seed),
            Overfitting.SuperiorAbility.Of(returns, samples, seed: study.Seed),
            new LuckTest("Romano and Wolf's step-down, best trial", stepDown[0], statistics.Sharpe, 0),
            stepDown.Count(p => p <= 0.05),
            HaircutSharpe.Sidak(statistics.Sharpe, statistics.Observations, Math.Max(1, search.Effective)),
            StationaryBootstrap.Interval(best.Returns.Span, r => SharpeStatistics.Of(r.Span).Sharpe, samples: samples, seed: study.Seed),
            MinimumBacktestLength.Years(Math.Max(1, search.Effective))) { Periods = best.Returns.Length };
    }
}
