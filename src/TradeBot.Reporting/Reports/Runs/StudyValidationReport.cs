using TradeBot.Optimization;
using TradeBot.Statistics;

namespace TradeBot.Reporting;

/// <summary>The report on a validation: the choice of each fold and its result out of sample.</summary>
public static class StudyValidationReport
{
    private const int ShownFolds = 100, MostLines = 12, MostPoints = 2_000;

    /// <summary>The whole report.</summary>
    public static Report Create(ValidationResult validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        return Details(Opening(Report.Titled($"Validation: {validation.Name}"), validation, double.NaN), validation);
    }

    /// <summary>The verdict, the figures and the equity.</summary>
    /// <param name="report">The report to which they are added.</param>
    /// <param name="validation">The folds.</param>
    /// <param name="rowsPerYear">Rows per year; NaN where that is unknown, so that the Sharpe ratio is per row.</param>
    internal static Report Opening(Report report, ValidationResult validation, double rowsPerYear)
    {
        double[] inSample = [.. validation.Folds.Select(fold => fold.InSample).Where(double.IsFinite)];
        double efficiency = inSample.Sum() > 0 ? validation.Efficiency : double.NaN; // a ratio of two losses is not an efficiency
        report = report.Headline(Sentence(validation), Earned(validation) ? FactTone.Neutral : FactTone.Bad);
        report = Histories(report, validation, rowsPerYear)
            .Fact(
                "Efficiency", ValueFormat.Percent(0).Format(efficiency),
                double.IsNaN(efficiency) ? "the average objective in sample is not above 0" : "average objective out of sample over that in sample",
                efficiency >= 0.5 ? FactTone.Neutral : FactTone.Bad)
            .Fact("Trials", ValueFormat.Integer.Format(validation.TrialCount), $"in all {Wording.Count(validation.Folds.Count, "fold")} together; {validation.Split}");
        return validation.Paths.Count > 0 ? report.Chart(Equity(validation)) : report;
    }

    /// <summary>The folds one by one.</summary>
    internal static Report Details(Report report, ValidationResult validation)
    {
        report = report.Section("Folds");
        foreach (HoldoutOpening opening in validation.Folds.SelectMany(f => f.Search.HoldoutOpenings).Distinct())
            report = report.Warning($"The holdout of this data was {opening}. What was chosen since then may depend on it.");
        if (validation.Folds.Count(f => f.Selected is null) is > 0 and int empty)
            report = report.Warning($"{Wording.Count(empty, "fold")} had no complete trial, and earned nothing.");
        return PathTable(report.Table(Folds(validation)), validation);
    }

    private static bool Earned(ValidationResult validation) => validation.Paths.Count > 0 && validation.Equity(0)[^1] > 1;

    /// <summary>The stitched equity of each history; of many, the first dozen.</summary>
    public static Chart Equity(ValidationResult validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        var chart = new Chart();
        int shown = Math.Min(validation.Paths.Count, MostLines);
        for (int path = 0; path < shown; path++)
        {
            double[] equity = validation.Equity(path);
            int step = Math.Max(1, (equity.Length + MostPoints - 1) / MostPoints); // every so many rows, and the last
            int[] rows = [.. Enumerable.Range(0, equity.Length).Where(i => i % step == 0 || i == equity.Length - 1)];
            chart = chart.AddLine(
                rows.Select(i => (double)i).ToArray(), rows.Select(i => equity[i]).ToArray(), shown == 1 ? "Equity" : $"History {path + 1}", shown == 1 ? ChartColor.Auto : ChartColor.Slate);
        }

        string others = validation.Paths.Count > shown ? FormattableString.Invariant($"The first {shown} of {validation.Paths.Count:N0} histories.") : "";
        return chart.WithTitle("Equity out of sample", others).WithXAxis("Test rows").WithYAxis("Equity, as a multiple of the start");
    }

    private static Report Histories(Report report, ValidationResult validation, double rowsPerYear)
    {
        if (validation.Paths.Count == 0)
            return report;

        double[] sharpes = [.. validation.PathSharpes.Where(double.IsFinite).Order()];
        bool isYearly = double.IsFinite(rowsPerYear);
        double median = sharpes.Length == 0 ? double.NaN : sharpes[sharpes.Length / 2];
        string name = isYearly ? "Sharpe ratio, annualised" : "Sharpe ratio, per row";
        string value = isYearly ? ValueFormat.Number(2).Format(Math.Sqrt(rowsPerYear) * median) : ValueFormat.Significant(3).Format(median);
        const string Undefined = "the returns out of sample never changed; ";
        string reason = double.IsNaN(median) ? Undefined : "";
        if (validation.Paths.Count == 1)
        {
            var statistics = SharpeStatistics.Of(validation.Paths[0].Span);
            return report
                .Fact(name, value, $"{reason}out of sample, over {Wording.Count(statistics.Observations, "row")}")
                .Fact("Better than chance", ValueFormat.Percent().Format(ProbabilisticSharpeRatio.Of(statistics, 0)), $"probability that the true Sharpe ratio is above 0{(statistics.IsAsymptotic ? "" : "; only a rough guide: too few rows, or tails too heavy")}");
        }

        double losing = validation.Paths.Count(p => p.Span.ToArray().Aggregate(1.0, (equity, r) => equity * (1 + r)) < 1) / (double)validation.Paths.Count;
        return report
            .Fact(name, value, $"{reason}out of sample, the median of {Wording.Count(validation.Paths.Count, "history", "histories")}")
            .Fact("Losing histories", ValueFormat.Percent(0).Format(losing), "of all stitched histories", losing > 0.5 ? FactTone.Bad : FactTone.Neutral);
    }

    private static string Sentence(ValidationResult validation)
    {
        FoldOutcome[] known = [.. validation.Folds.Where(f => double.IsFinite(f.OutOfSample))];
        int same = validation.Folds.Select(f => f.Selected).Where(s => s is not null).Distinct().Count();
        return FormattableString.Invariant(
            $"In {known.Count(f => f.OutOfSample > 0):N0} of {Wording.Count(validation.Folds.Count, "fold")} the objective was above 0 out of sample, on rows that the search did not use; the folds chose {Wording.Count(same, "different set")} of parameters.");
    }

    private static Table Folds(ValidationResult validation) => Table.Of(validation.Folds)
        .Column("Fold", f => f.Fold.Number)
        .Column("Training rows", f => f.Fold.Train.Length)
        .Column("Test rows", f => f.Fold.Test.Length)
        .Column("Left out", f => f.Fold.Purged + f.Fold.Embargoed)
        .Column("Trials", f => f.Search.TrialCount)
        .Column("Chosen", f => f.Selected?.ToString() ?? "none")
        .Column("Objective in sample", f => f.InSample, ValueFormat.Significant(4), unknown: "the fold has no complete trial")
        .Column("Objective out of sample", f => f.OutOfSample, ValueFormat.Significant(4), unknown: "the objective is undefined on the test rows, such as a Sharpe ratio without a trade")
        .Build().Head(ShownFolds).WithCaption("Chosen parameters by fold");

    private static Report PathTable(Report report, ValidationResult validation)
    {
        if (validation.Paths.Count < 2)
            return report;

        Table table = Table.Of(validation.PathSharpes.Select((sharpe, path) => (Path: path + 1, Sharpe: sharpe, End: validation.Equity(path)[^1] - 1)))
            .Column("History", p => p.Path)
            .Column("Sharpe ratio per row", p => p.Sharpe, ValueFormat.Significant(3), unknown: "the returns never changed")
            .Column("Return", p => p.End, ValueFormat.Percent())
            .Build().Head(ShownFolds).WithCaption("Stitched histories");
        return report.Table(table);
    }
}
