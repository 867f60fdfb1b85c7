using System.Globalization;
using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;

namespace TradeBot.Reporting;

/// <summary>The parts of a study's report that say what its trials mean together.</summary>
internal static class StudyAnalysisReport
{
    private const int Samples = 500, ShownClusters = 8;

    /// <summary>The tests of luck, with the assumptions that do not hold named beside them.</summary>
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
            $"After the step-down {Wording.Count(tests.Better, "trial")} of them {(tests.Better == 1 ? "is" : "are")} better than 0 at 5 %. Charged for every independent trial, the best Sharpe ratio of {Ratio(tests.Haircut.Sharpe)}, {unit}, is worth {Ratio(tests.Haircut.AdjustedSharpe)}. Its own 95 % interval is {Ratio(tests.Interval.Low)} to {Ratio(tests.Interval.High)} (stationary bootstrap). With so many independent trials, luck alone is expected to give a Sharpe ratio of 1 a year on {tests.MinimumYears:0.0} years of data."));

        string Ratio(double value) => (scale * value).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>What the parameters do, whether the winner stands alone, and where the winners lie.</summary>
    public static Report Parameters(Report report, StudyResult study)
    {
        if (study.Best is null)
            return report;

        var plateau = Plateau.Of(study);
        report = report.Section("The parameters");
        if (plateau.Shape != WinnerShape.Unknown)
            report = report.Prose($"The winner stands on {plateau}.");
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

    /// <summary>The front of a study with several objectives.</summary>
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

        return report.Section("What no other trial beats in every objective").Chart(StudyCharts.Front(study))
            .Table(table.Column("Parameters", t => t.Parameters.ToString()).Column("Trial", t => t.Number).Build().Head(50));
    }
}
