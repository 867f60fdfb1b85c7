using TradeBot.Learning;

namespace TradeBot.Reporting;

/// <summary>What a model makes of its features.</summary>
public static class ExplanationReport
{
    /// <summary>A report on what features are worth.</summary>
    public static Report Importance(ImportanceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Report.Titled("Importance by permutation")
            .Prose(FormattableString.Invariant($"{table.Model}: {table.Score} {table.Undisturbed:0.0000} over {table.Rows:N0} rows. A feature is worth what the score loses when its values are dealt out to other rows."))
            .Chart(ImportanceChart(table))
            .Table(Table.Of(table.Features)
                .Column("Feature", f => f.Name)
                .Column("Lost", f => f.Drop, ValueFormat.Significant())
                .Column("Deviation over repeats", f => f.Deviation, ValueFormat.Significant())
                .Build());
    }

    /// <summary>What features are worth, the most first.</summary>
    public static Chart ImportanceChart(ImportanceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Chart.Ranking([.. table.Features.Select(f => f.Name)], table.Features.Select(f => f.Drop).ToArray(), "Lost")
            .WithTitle("What the score loses without each feature");
    }

    /// <summary>What is foretold on average against one feature's value.</summary>
    public static Chart Dependence(PartialDependence dependence)
    {
        ArgumentNullException.ThrowIfNull(dependence);
        return Chart.Line(dependence.Values.ToArray(), dependence.Foretold.ToArray(), "Foretold on average")
            .WithTitle($"Dependence on {dependence.Feature}").WithXAxis(dependence.Feature);
    }

    /// <summary>A report on which features tell something.</summary>
    public static Report Selection(FeatureSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        string held = selection.Control == ErrorControl.FamilyWise ? "the chance of keeping even one that tells nothing" : "the expected share of kept ones that tell nothing";
        return Report.Titled("Features that tell something out of sample")
            .Fact("Kept", ValueFormat.Integer.Format(selection.Kept.Count), $"of {Wording.Count(selection.Features.Sum(f => f.Features.Count), "feature")}")
            .Prose(FormattableString.Invariant($"Judged by {selection.Trainer}; {held} is held at {selection.Level}."))
            .Table(Table.Of(selection.Features)
                .Column("Feature", f => f.Name)
                .Column("Kept", f => f.IsKept ? "yes" : "no")
                .Column("Rise of the loss", f => f.Drop, ValueFormat.Significant())
                .Column("p, alone", f => f.PValue, ValueFormat.Number(4))
                .Column("p, all tests charged", f => f.AdjustedPValue, ValueFormat.Number(4))
                .Build());
    }
}
