using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>What validation found in candles: verdict, completeness day by day, and the defects, gravest first.</summary>
public static class CandleQualityReport
{
    private const int ShownDefects = 50;

    /// <summary>A report on a validation.</summary>
    public static Report Create(ValidationReport validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        Report report = Report.Titled($"Validation: {validation.Symbol} {validation.Timeframe}")
            .Fact("Verdict", Verdict(validation), tone: validation.IsSound ? FactTone.Good : FactTone.Bad)
            .Fact("Checked", Wording.Count(validation.Rows, "row"))
            .Fact("Completeness", ValueFormat.Percent(3).Format(validation.Fraction), "candles present of those expected");
        if (validation.Completeness.Count > 0)
            report = report.Chart(Completeness(validation));
        return validation.Defects.Count == 0 ? report.Prose("Nothing was found.") : report.Table(Counts(validation)).Table(Defects(validation));
    }

    /// <summary>The share of candles present, day by day.</summary>
    public static Chart Completeness(ValidationReport validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        return Chart.Area(
                validation.Completeness.Select(p => p.Start).ToArray(),
                validation.Completeness.Select(p => p.Fraction).ToArray(),
                "Completeness")
            .WithTitle("Completeness")
            .WithYAxis("Candles present", percent: true)
            .WithYRange(0, 1);
    }

    private static string Verdict(ValidationReport validation) =>
        validation.HasErrors ? "repair before use" : validation.IsSound ? "sound" : "usable with care";

    private static Table Counts(ValidationReport validation) => Table.Of(validation.Counts.OrderByDescending(c => c.Severity))
        .Column("Kind", c => c.Kind)
        .Column("Severity", c => c.Severity)
        .Column("Defects", c => c.Defects)
        .Column("Candles", c => c.Candles)
        .Build();

    private static Table Defects(ValidationReport validation) => Table.Of(validation.Defects.OrderByDescending(d => d.Severity))
        .Column("Severity", d => d.Severity)
        .Column("From", d => d.From, unit: "UTC")
        .Column("Candles", d => d.Count)
        .Column("Found", d => d.Sentence)
        .Build()
        .Head(ShownDefects)
        .WithCaption("Gravest first");
}
