using TradeBot.Optimization;
using TradeBot.Optimization.Overfitting;

namespace TradeBot.Reporting;

/// <summary>The report on a validation: what a search chose in each fold, and what that earned on rows that it never saw.</summary>
public static class StudyValidationReport
{
    private const int ShownFolds = 100, MostLines = 12, MostPoints = 2_000;

    /// <summary>The whole report.</summary>
    public static Report Create(ValidationResult validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        Report report = Report.Titled($"Validation: {validation.Name}")
            .Fact("Divided", validation.Split, Wording.Count(validation.Folds.Count, "fold"))
            .Fact("Tried", Wording.Count(validation.TrialCount, "trial"), "in all folds together")
            .Fact(
                "Kept of the promise", ValueFormat.Percent(0).Format(validation.Efficiency), "mean objective where it was judged over that where it was chosen",
                validation.Efficiency >= 0.5 ? FactTone.Neutral : FactTone.Bad);
        report = Histories(report, validation).Prose(Sentence(validation));
        foreach (HoldoutOpening opening in validation.Folds.SelectMany(f => f.Search.HoldoutOpenings).Distinct())
            report = report.Warning($"The holdout of this data was {opening}. What was chosen since then may have seen it.");
        if (validation.Folds.Count(f => f.Selected is null) is > 0 and int empty)
            report = report.Warning($"{Wording.Count(empty, "fold")} had no complete trial, and earned nothing.");
        if (validation.Paths.Count > 0)
            report = report.Chart(Equity(validation));
        return PathTable(report.Table(Folds(validation)), validation);
    }

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
        return chart.WithTitle("Earned on rows that the choice never saw", others).WithXAxis("Rows judged").WithYAxis("Equity, the first being 1");
    }

    private static Report Histories(Report report, ValidationResult validation)
    {
        if (validation.Paths.Count == 0)
            return report;

        double[] sharpes = [.. validation.PathSharpes.Where(double.IsFinite).Order()];
        string value = sharpes.Length == 0 ? "—" : ValueFormat.Significant(3).Format(sharpes[sharpes.Length / 2]);
        if (validation.Paths.Count == 1)
        {
            var statistics = SharpeStatistics.Of(validation.Paths[0].Span);
            return report
                .Fact("Sharpe ratio, judged", value, $"per row, over {Wording.Count(statistics.Observations, "row")}")
                .Fact("Above 0", ValueFormat.Percent().Format(ProbabilisticSharpeRatio.Of(statistics, 0)), $"probability{(statistics.IsAsymptotic ? "" : "; only a rough guide: too few rows, or tails too heavy")}");
        }

        double losing = validation.Paths.Count(p => p.Span.ToArray().Aggregate(1.0, (equity, r) => equity * (1 + r)) < 1) / (double)validation.Paths.Count;
        return report
            .Fact("Sharpe ratio, judged", value, $"per row, the median of {Wording.Count(validation.Paths.Count, "history", "histories")}")
            .Fact("Histories that lose", ValueFormat.Percent(0).Format(losing), "of all that the folds can be put together to", losing > 0.5 ? FactTone.Bad : FactTone.Neutral);
    }

    private static string Sentence(ValidationResult validation)
    {
        FoldOutcome[] known = [.. validation.Folds.Where(f => double.IsFinite(f.OutOfSample))];
        int same = validation.Folds.Select(f => f.Selected).Where(s => s is not null).Distinct().Count();
        return FormattableString.Invariant(
            $"In {known.Count(f => f.OutOfSample > 0):N0} of {Wording.Count(validation.Folds.Count, "fold")} the objective was above 0 on rows that the choice never saw; the folds chose {Wording.Count(same, "different set")} of parameters.");
    }

    private static Table Folds(ValidationResult validation) => Table.Of(validation.Folds)
        .Column("Fold", f => f.Fold.Number)
        .Column("Rows searched", f => f.Fold.Train.Length)
        .Column("Rows judged", f => f.Fold.Test.Length)
        .Column("Kept out", f => f.Fold.Purged + f.Fold.Embargoed)
        .Column("Trials", f => f.Search.TrialCount)
        .Column("Chosen", f => f.Selected?.ToString() ?? "none")
        .Column("Objective searched", f => f.InSample, ValueFormat.Significant(4))
        .Column("Objective judged", f => f.OutOfSample, ValueFormat.Significant(4))
        .Build().Head(ShownFolds).WithCaption("The folds");

    private static Report PathTable(Report report, ValidationResult validation)
    {
        if (validation.Paths.Count < 2)
            return report;

        Table table = Table.Of(validation.PathSharpes.Select((sharpe, path) => (Path: path + 1, Sharpe: sharpe, End: validation.Equity(path)[^1] - 1)))
            .Column("History", p => p.Path)
            .Column("Sharpe ratio per row", p => p.Sharpe, ValueFormat.Significant(3))
            .Column("Return", p => p.End, ValueFormat.Percent())
            .Build().Head(ShownFolds).WithCaption("The histories that the folds make together");
        return report.Table(table);
    }
}
