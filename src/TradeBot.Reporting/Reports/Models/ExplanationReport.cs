using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>Reports on how a model uses its features.</summary>
public static class ExplanationReport
{
    /// <summary>A report on the importance of features.</summary>
    public static Report Importance(ImportanceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Report.Titled("Permutation importance")
            .Prose(FormattableString.Invariant($"{table.Model}: {table.Score} {table.Baseline:0.0000} over {table.Rows:N0} rows. The importance of a feature is the loss of score when its values are permuted."))
            .Chart(ImportanceChart(table))
            .Table(Table.Of(table.Features)
                .Column("Feature", f => f.Name)
                .Column("Lost", f => f.Drop, ValueFormat.Significant())
                .Column("Deviation over repeats", f => f.Deviation, ValueFormat.Significant())
                .Build());
    }

    /// <summary>The importance of features, most important first.</summary>
    public static Chart ImportanceChart(ImportanceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Chart.Ranking([.. table.Features.Select(f => f.Name)], table.Features.Select(f => f.Drop).ToArray(), "Lost")
            .WithTitle("Loss of score with each feature permuted");
    }

    /// <summary>The average prediction against one feature's value.</summary>
    public static Chart Dependence(PartialDependence dependence)
    {
        ArgumentNullException.ThrowIfNull(dependence);
        return Chart.Line(dependence.Values.ToArray(), dependence.Predictions.ToArray(), "Average prediction")
            .WithTitle($"Dependence on {dependence.Feature}").WithXAxis(dependence.Feature);
    }

    /// <summary>A report on which features are informative.</summary>
    public static Report Selection(FeatureSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        string held = selection.Control == ErrorControl.FamilyWise ? "the chance of keeping even one that is not informative" : "the expected share of kept ones that are not informative";
        return Report.Titled("Features that are informative out of sample")
            .Fact("Kept", ValueFormat.Integer.Format(selection.Kept.Count), $"of {Wording.Count(selection.Features.Sum(f => f.Features.Count), "feature")}")
            .Prose(FormattableString.Invariant($"Evaluated with {selection.Trainer}; {held} is limited to {selection.Level}."))
            .Table(Table.Of(selection.Features)
                .Column("Feature", f => f.Name)
                .Column("Kept", f => f.IsKept ? "yes" : "no")
                .Column("Increase of the loss", f => f.Drop, ValueFormat.Significant())
                .Column("p, alone", f => f.PValue, ValueFormat.Number(4))
                .Column("p, corrected for all tests", f => f.AdjustedPValue, ValueFormat.Number(4))
                .Build());
    }
}
