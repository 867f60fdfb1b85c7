using System.Globalization;
using TradeBot.Optimization.Overfitting;
using TradeBot.Statistics;

namespace TradeBot.Optimization;

/// <summary>How likely it is that the best trial of a study is luck. Sharpe ratios are per observation, not annualised.</summary>
/// <remarks>
/// Every trial counts, failed ones and earlier ones on the same data too, but only for what it adds: trials with equal returns count once, and those whose
/// returns move together as one independent trial. So a parameter without effect changes no figure.
/// The statistics assume that the Sharpe ratio is the objective; for another objective they are an approximation.
/// </remarks>
[TypeFormatterSource]
public sealed record StudyVerdict
{
    /// <summary>The deflated Sharpe probability below which the best trial is considered luck: 0.90.</summary>
    public const double LuckBelow = 0.90;

    /// <summary>The deflated Sharpe probability from which luck is unlikely: 0.95.</summary>
    public const double UnlikelyFrom = 0.95;

    /// <summary>The probability of overfitting above which the best trial is considered luck: 0.50.</summary>
    public const double OverfittedAbove = 0.50;

    /// <summary>The probability of overfitting up to which luck is unlikely: 0.20.</summary>
    public const double RobustUpTo = 0.20;

    private const int Blocks = 16;

    /// <summary>How many trials were made, failed ones and earlier ones on the same data included.</summary>
    public required int Trials { get; init; }

    /// <summary>
    /// The equivalent number of independent trials, which the statistics use; NaN when unknown. The study's own are clustered as in
    /// <see cref="Overfitting.EffectiveTrials"/>, those without returns count at the same rate; an earlier one counts fully unless its returns equal those of another.
    /// </summary>
    public double EffectiveTrials { get; init; } = double.NaN;

    /// <summary>The best trial's returns: observations, Sharpe ratio, skewness and kurtosis.</summary>
    public SharpeStatistics Best { get; init; } = new(0, double.NaN, double.NaN, double.NaN);

    /// <summary>The best Sharpe ratio that luck alone is expected to give after so many trials; NaN when unknown.</summary>
    public double ExpectedMaximumSharpe { get; init; } = double.NaN;

    /// <summary>The deflated Sharpe ratio: the probability that the best trial beats luck; NaN when unknown.</summary>
    public double DeflatedProbability { get; init; } = double.NaN;

    /// <summary>The probability of backtest overfitting over 16 blocks; equal trials once; null when fewer than 2 different ones have the same 32 or more periods.</summary>
    public BacktestOverfitting? Overfitting { get; init; }

    /// <summary>The conclusion by the thresholds above.</summary>
    public Assessment Assessment { get; init; }

    /// <summary>The verdict as a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Why the probability is only a rough guide; null where its approximation holds, or there is none.</summary>
    public string? Caution => double.IsNaN(DeflatedProbability) || Best.IsAsymptotic ? null
        : Best.Observations < SharpeStatistics.EnoughObservations
            ? string.Create(CultureInfo.InvariantCulture, $"only a rough guide: {Best.Observations:N0} observations, of {SharpeStatistics.EnoughObservations} needed")
            : "only a rough guide: the returns are too skewed or heavy-tailed for so high a Sharpe ratio";

    /// <summary>Computes the verdict of a study.</summary>
    public static StudyVerdict Of(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        int trials = study.TrialCount + study.EarlierTrials;
        if (study.Best is not Trial best || best.Returns.Length < 2)
            return new StudyVerdict { Trials = trials, Sentence = Unjudged(study) };

        var search = new CountedSearch(study);
        SharpeStatistics statistics = SharpeStatistics.Of(best.Returns.Span);
        double expected = search.ExpectedMaximum();
        var verdict = new StudyVerdict
        {
            Trials = trials,
            EffectiveTrials = search.Effective,
            Best = statistics,
            ExpectedMaximumSharpe = expected,
            DeflatedProbability = ProbabilisticSharpeRatio.Of(statistics, expected),
            Overfitting = search.Returns.Length >= 2 && best.Returns.Length >= 2 * Blocks ? BacktestOverfitting.Of(search.Returns, Blocks) : null,
            Sentence = "",
        };

        verdict = verdict with { Assessment = Assess(verdict) };
        return verdict with { Sentence = Describe(verdict) };
    }

    /// <inheritdoc/>
    public override string ToString() => Sentence;

    private static Assessment Assess(StudyVerdict verdict)
    {
        double overfitted = verdict.Overfitting?.Probability ?? double.NaN;
        return verdict.DeflatedProbability switch
        {
            double.NaN => Assessment.Unknown,
            < LuckBelow => Assessment.Luck,
            _ when overfitted > OverfittedAbove => Assessment.Luck,
            >= UnlikelyFrom when !(overfitted > RobustUpTo) => Assessment.UnlikelyLuck,
            _ => Assessment.Doubtful,
        };
    }

    private static string Unjudged(StudyResult study) => study.Best is null
        ? string.Create(CultureInfo.InvariantCulture, $"None of {study.TrialCount:N0} trials is complete: there is nothing to assess.")
        : string.Create(CultureInfo.InvariantCulture, $"After {study.TrialCount:N0} trials luck cannot be assessed, because no returns were kept: add .Returns(…) to the study.");

    private static string Describe(StudyVerdict verdict)
    {
        string conclusion = verdict.Assessment switch
        {
            Assessment.Luck => "indistinguishable from luck",
            Assessment.Doubtful => "not clearly more than luck",
            Assessment.UnlikelyLuck => "unlikely to be luck",
            _ => "impossible to assess: the Sharpe ratios of its trials are undefined",
        };
        string overfitting = verdict.Overfitting is BacktestOverfitting known
            ? string.Create(CultureInfo.InvariantCulture, $", probability of overfitting {known.Probability:0.00}")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The best of {verdict.Trials:N0} trials is {conclusion}: Sharpe ratio {verdict.Best.Sharpe:0.0000} per observation, where luck alone is expected to give {verdict.ExpectedMaximumSharpe:0.0000}; deflated Sharpe probability {verdict.DeflatedProbability:0.00}{overfitting}.");
    }
}

/// <summary>The conclusion of a verdict about the best trial of a study.</summary>
public enum Assessment
{
    /// <summary>The study kept no returns, or too few.</summary>
    Unknown,

    /// <summary>The deflated Sharpe probability is below 0.90, or the probability of overfitting is above 0.50.</summary>
    Luck,

    /// <summary>Neither of the others.</summary>
    Doubtful,

    /// <summary>The deflated Sharpe probability is at least 0.95, and the probability of overfitting is at most 0.20 where it is known.</summary>
    UnlikelyLuck,
}
