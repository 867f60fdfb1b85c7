using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;

namespace TradeBot.Reporting;

/// <summary>The report on how likely the best trial of a study is luck.</summary>
public static class VerdictReport
{
    /// <summary>A report on a verdict.</summary>
    public static Report Create(StudyVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        Report report = Trials(Facts(Report.Titled("Verdict").Headline(verdict.Sentence, Tone(verdict.Assessment)), verdict, double.NaN), verdict, inStudy: null);
        return verdict.Overfitting is BacktestOverfitting known ? report.Chart(Logits(known)) : report;
    }

    /// <summary>The rank out of sample of the best in sample, over all splits.</summary>
    public static Chart Logits(BacktestOverfitting overfitting)
    {
        ArgumentNullException.ThrowIfNull(overfitting);
        return Chart.Histogram(overfitting.Logits.ToArray(), name: "Logit of the rank out of sample")
            .WithTitle("Best in sample, ranked out of sample", $"Left of 0 it was below the median: {ValueFormat.Percent().Format(overfitting.Probability)} of the splits.");
    }

    /// <summary>The verdict in a sentence, its Sharpe ratios per year.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="annualization">The factor from a Sharpe ratio per period to the annualised one; NaN keeps them per period, with a note.</param>
    internal static string Sentence(StudyVerdict verdict, double annualization)
    {
        if (!double.IsFinite(annualization) || verdict.Assessment == Assessment.Unknown)
            return verdict.Sentence;

        string conclusion = verdict.Assessment switch
        {
            Assessment.Luck => "indistinguishable from luck",
            Assessment.Doubtful => "not clearly more than luck",
            _ => "unlikely to be luck",
        };
        return $"The best of {Wording.Count(verdict.Trials, "trial")} is {conclusion}: an annualised Sharpe ratio of {Ratio(annualization * verdict.Best.Sharpe)}, where luck alone is expected to give {Ratio(annualization * verdict.ExpectedMaximumSharpe)}.";
    }

    /// <summary>The figures of a verdict, each with its limitations.</summary>
    internal static Report Facts(Report report, StudyVerdict verdict, double annualization)
    {
        bool isYearly = double.IsFinite(annualization);
        double scale = isYearly ? annualization : 1;
        string luck = double.IsFinite(verdict.ExpectedMaximumSharpe) ? $"luck alone is expected to give {Ratio(scale * verdict.ExpectedMaximumSharpe, isYearly)}" : "";
        return report
            .Fact(
                isYearly ? "Sharpe ratio of the best, annualised" : "Sharpe ratio of the best, per period", Ratio(scale * verdict.Best.Sharpe, isYearly),
                double.IsNaN(verdict.Best.Sharpe) ? Unjudged(verdict) : Join(luck, verdict.Caution))
            .Fact("Better than luck", ValueFormat.Percent().Format(verdict.DeflatedProbability), ProbabilityNote(verdict), Tone(verdict.Assessment))
            .Fact(
                "Probability of overfitting", ValueFormat.Percent().Format(verdict.Overfitting?.Probability ?? double.NaN),
                verdict.Overfitting is null
                    ? $"needs at least 2 trials with the same 32 or more periods; the best has {ValueFormat.Integer.Format(verdict.Best.Observations)}"
                    : "how often the best in sample was below the median out of sample");
    }

    /// <summary>The number of trials behind a result.</summary>
    internal static Report Trials(Report report, StudyVerdict verdict, int? inStudy)
    {
        string where = inStudy is not int own ? "" : own == verdict.Trials ? "all in this study" : $"{ValueFormat.Integer.Format(own)} in this study, {ValueFormat.Integer.Format(verdict.Trials - own)} before it on the same data";
        string worth = double.IsFinite(verdict.EffectiveTrials) ? Worth(ValueFormat.Significant(3).Format(verdict.EffectiveTrials)) : "";
        return report.Fact("Trials counted", ValueFormat.Integer.Format(verdict.Trials), Join(where, worth));
    }

    private static string Worth(string trials) => $"equivalent to about {trials} independent {(trials == "1" ? "trial" : "trials")}";

    internal static string ProbabilityNote(StudyVerdict verdict) => double.IsNaN(verdict.DeflatedProbability)
        ? Unjudged(verdict)
        : Join(
            "deflated Sharpe probability over all trials",
            verdict.Overfitting is BacktestOverfitting known ? $"probability of overfitting {ValueFormat.Percent().Format(known.Probability)}" : "",
            verdict.Caution);

    internal static FactTone Tone(Assessment assessment) => assessment == Assessment.UnlikelyLuck ? FactTone.Good : FactTone.Bad;

    private static string Unjudged(StudyVerdict verdict) => verdict.Best.Observations < 2
        ? "no returns of the best trial were kept"
        : "the Sharpe ratios of the trials are undefined, or there are too few to compare";

    private static string Join(params string?[] parts) => string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string Ratio(double value, bool isYearly = true) => (isYearly ? ValueFormat.Number(2) : ValueFormat.Significant(3)).Format(value);
}
