using TradeBot.Optimization.Overfitting;

namespace TradeBot.Reporting;

/// <summary>The report on how likely the best trial of a study is luck.</summary>
public static class VerdictReport
{
    /// <summary>A report on a verdict.</summary>
    public static Report Create(StudyVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        Report report = Facts(Report.Titled("Verdict"), verdict).Prose(verdict.Sentence);
        return verdict.Overfitting is BacktestOverfitting known ? report.Chart(Logits(known)) : report;
    }

    /// <summary>Where the best in sample ended up out of sample, over all splits.</summary>
    public static Chart Logits(BacktestOverfitting overfitting)
    {
        ArgumentNullException.ThrowIfNull(overfitting);
        return Chart.Histogram(overfitting.Logits.ToArray(), name: "Logit of the rank out of sample")
            .WithTitle("Best in sample, ranked out of sample", $"Left of 0 it fell into the worse half: {ValueFormat.Percent().Format(overfitting.Probability)} of the splits.");
    }

    internal static Report Facts(Report report, StudyVerdict verdict) => report
        .Fact("Trials counted", ValueFormat.Integer.Format(verdict.Trials), $"worth about {ValueFormat.Significant(3).Format(verdict.EffectiveTrials)} independent ones")
        .Fact("Better than luck", ValueFormat.Percent().Format(verdict.DeflatedProbability), $"deflated Sharpe probability over all trials{Doubt(verdict.Best)}", Tone(verdict.Assessment))
        .Fact("Probability of overfitting", ValueFormat.Percent().Format(verdict.Overfitting?.Probability ?? double.NaN), "how often the best in sample fell into the worse half out of sample")
        .Fact("Best Sharpe ratio", ValueFormat.Significant(3).Format(verdict.Best.Sharpe), $"per observation; luck alone gives {ValueFormat.Significant(3).Format(verdict.ExpectedMaximumSharpe)}");

    /// <summary>Marks a probability whose approximation does not hold; empty where it does.</summary>
    internal static string Doubt(SharpeStatistics statistics) => double.IsNaN(statistics.Sharpe) || statistics.IsAsymptotic ? ""
        : statistics.Observations < SharpeStatistics.EnoughObservations
            ? FormattableString.Invariant($"; only a rough guide: {statistics.Observations:N0} observations, of {SharpeStatistics.EnoughObservations} needed")
            : "; only a rough guide: the returns are too skewed or heavy-tailed for so high a Sharpe ratio";

    internal static FactTone Tone(Assessment assessment) => assessment == Assessment.UnlikelyLuck ? FactTone.Good : FactTone.Bad;
}
