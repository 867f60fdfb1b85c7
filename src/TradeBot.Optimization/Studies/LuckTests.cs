using TradeBot.Optimization.Overfitting;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>Every test of luck on the trials of a study, with the returns it kept.</summary>
/// <param name="RealityCheck">White's reality check.</param>
/// <param name="SuperiorAbility">Hansen's test.</param>
/// <param name="StepDown">Romano and Wolf's adjusted p-value of the best trial.</param>
/// <param name="Better">How many trials are better than 0 at 5 % after the step-down; those with equal returns count once.</param>
/// <param name="Haircut">The best Sharpe ratio after Šidák's charge for every independent trial, as <see cref="StudyVerdict.EffectiveTrials"/> counts them.</param>
/// <param name="Interval">Where the best trial's Sharpe ratio may lie by itself, without regard to the search.</param>
/// <param name="MinimumYears">Years of data below which luck alone gives a Sharpe ratio of 1 a year after so many independent trials.</param>
[TypeFormatterSource]
public sealed record LuckTests(
    LuckTest RealityCheck, LuckTest SuperiorAbility, LuckTest StepDown, int Better, HaircutSharpe Haircut, BootstrapInterval Interval, double MinimumYears)
{
    /// <summary>How many periods each trial was judged over.</summary>
    public int Periods { get; init; }

    /// <summary>Why the p-values are only a rough guide; null where the tests keep their size within about a percentage point.</summary>
    public string? Caution => Periods >= SharpeStatistics.EnoughObservations
        ? null
        : FormattableString.Invariant($"only a rough guide: {Periods:N0} periods, of {SharpeStatistics.EnoughObservations} needed");

    /// <summary>Runs the tests.</summary>
    /// <param name="study">Its complete trials with returns over the same periods as the best one's are tested, equal ones once; every independent trial is charged for.</param>
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
