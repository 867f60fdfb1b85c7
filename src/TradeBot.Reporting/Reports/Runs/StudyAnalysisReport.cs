using System.Globalization;
using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;

namespace TradeBot.Reporting;

/// <summary>The parts of a study's report about all its trials.</summary>
internal static class StudyAnalysisReport
{
    private const int Samples = 500, ShownClusters = 8;

    /// <summary>The luck tests, with a warning where their assumptions are not met.</summary>
    public static Report Luck(Report report, StudyResult study, double annualization)
    {
        if (LuckTests.Of(study, Samples) is not LuckTests tests)
            return report;

        LuckTest[] all = [tests.RealityCheck, tests.SuperiorAbility, tests.StepDown];
        Table table = Table.Of(all).Column("Test", t => t.Name).Column("p-value", t => t.PValue, ValueFormat.Significant(3))
            .Column("Reading", t => t.PValue <= 0.05 ? "luck alone rarely does as well" : "luck alone does as well").Build()
            .WithCaption($"How often luck alone does as well as the best, by {Samples} resamples");
        report = report.Section("Tests of luck").Table(table);
        if (tests.Caution is string caution)
            report = report.Warning($"These p-values are {caution}.");
        bool isYearly = double.IsFinite(annualization);
        double scale = isYearly ? annualization : 1;
        string unit = isYearly ? "annualised" : "per period", format = isYearly ? "0.00" : "0.000";
        return report.Prose(FormattableString.Invariant(
            $"After the step-down {Wording.Count(tests.SignificantTrials, "trial")} of them {(tests.SignificantTrials == 1 ? "is" : "are")} better than 0 at 5 %. After a correction for every independent trial, the best Sharpe ratio of {Ratio(tests.Haircut.Sharpe)}, {unit}, is {Ratio(tests.Haircut.AdjustedSharpe)}. Its own 95 % interval is {Ratio(tests.Interval.Low)} to {Ratio(tests.Interval.High)} (stationary bootstrap). With so many independent trials, luck alone is expected to give a Sharpe ratio of 1 a year on {tests.MinimumYears:0.0} years of data."));

        string Ratio(double value) => (scale * value).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The importance of parameters, the neighbourhood of the best trial, and the clusters of good trials.</summary>
    public static Report Parameters(Report report, StudyResult study)
    {
        if (study.Best is null)
            return report;

        var plateau = Plateau.Of(study);
        report = report.Section("Parameters");
        if (plateau.Shape != WinnerShape.Unknown)
            report = report.Prose($"The best trial is on {plateau}.");
        if (ParameterImportance.Of(study) is { Count: > 1 } importance)
            report = report.Chart(StudyCharts.Importance(importance));
        if (StudyCharts.ParametersOf(study).Length > 1)
            report = report.Chart(StudyCharts.ParallelCoordinates(study));

        IReadOnlyList<WinnerCluster> clusters = WinnerCluster.Of(study);
        Table table = Table.Of(clusters.Take(ShownClusters)).Column("Trials", c => c.Members.Count)
            .Column("Best", c => c.Best.Value, ValueFormat.Significant(5)).Column("At", c => c.Best.Parameters.ToString()).Build()
            .WithCaption($"Where the best tenth is: {Wording.Count(clusters.Count, "cluster")}");
        return report.Table(table);
    }

    /// <summary>The Pareto front of a study with several objectives.</summary>
    public static Report Front(Report report, StudyResult study)
    {
        if (study.OtherDirections.Count == 0)
            return report;

        IReadOnlyList<Trial> front = study.ParetoFront;
        TableBuilder<Trial> table = Table.Of(front);
        for (int i = 0; i <= study.OtherDirections.Count; i++)
        {
            int objective = i;
            table = table.Column($"Objective {i + 1}", t => t.Values[objective], ValueFormat.Significant(5));
        }

        return report.Section("Pareto front").Chart(StudyCharts.Front(study))
            .Table(table.Column("Parameters", t => t.Parameters.ToString()).Column("Trial", t => t.Number).Build().Head(50));
    }
}
