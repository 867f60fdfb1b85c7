using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>A report on the validation of candles: verdict, completeness by day, and the defects, most severe first.</summary>
public static class CandleQualityReport
{
    private const int ShownDefects = 50;

    /// <summary>A report on a validation.</summary>
    public static Report Create(ValidationReport validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        Report report = Report.Titled($"Validation: {validation.Symbol} {validation.Timeframe}")
            .Headline(Sentence(validation), Tone(validation))
            .Fact("Checked", Wording.Count(validation.Rows, "row"))
            .Fact("Completeness", ValueFormat.Percent(3).Format(validation.Fraction), "candles present of those expected");
        return Findings(report, validation);
    }

    private static Report Findings(Report report, ValidationReport validation)
    {
        if (validation.Completeness.Count > 0)
            report = report.Chart(Completeness(validation));
        return validation.Defects.Count == 0 ? report.Prose("No defect was found.") : report.Table(Counts(validation)).Table(Defects(validation));
    }

    /// <summary>A report on candles and their validation: the data, what is missing, and the trials made on it.</summary>
    /// <param name="candles">The candles.</param>
    /// <param name="validation">Their validation.</param>
    /// <param name="search">The trials made on them; null when unknown.</param>
    public static Report Create(CandleSeries candles, ValidationReport validation, SearchHistory? search = null)
    {
        ArgumentNullException.ThrowIfNull(candles);
        ArgumentNullException.ThrowIfNull(validation);
        search ??= SearchHistory.Unknown;
        IReadOnlyList<CandleGap> gaps = candles.Gaps();
        Report report = Report.Titled($"Data: {candles.Symbol} {candles.Timeframe}")
            .Headline(Sentence(validation), Tone(validation))
            .Fact("Candles", ValueFormat.Integer.Format(candles.Count), candles.Count == 0 ? "" : FormattableString.Invariant($"{candles.OpenTimeAt(0):yyyy-MM-dd HH:mm} to {candles.CloseTimeAt(candles.Count - 1):yyyy-MM-dd HH:mm} UTC"))
            .Fact("Completeness", ValueFormat.Percent(3).Format(validation.Fraction), "candles present of those expected")
            .Fact("Gaps", gaps.Count == 0 ? "none" : Wording.Count(gaps.Count, "gap"), $"{Wording.Count(gaps.Sum(g => g.Missing), "candle")} missing", gaps.Count == 0 ? FactTone.Good : FactTone.Bad)
            .Fact("Filled in", Wording.Count(candles.HasSynthetic ? candles.Synthetic.Count(true) : 0, "candle"), "made by a repair, not traded")
            .Fact("Trials counted", search.TrialsOnData is int trials ? ValueFormat.Integer.Format(trials) : "unknown", "different trials in the ledger: each makes luck more likely");
        report = SearchHistory.AddHoldout(report, search.HoldoutOpenings);
        if (candles.Count > 0)
            report = report.Chart(Chart.Candles(candles));
        return Findings(report.Section("Validation"), validation).Foot($"{candles.Symbol} {candles.Timeframe}, SHA-256", candles.ContentHash);
    }

    /// <summary>The share of candles present by day.</summary>
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

    private static FactTone Tone(ValidationReport validation) => validation.IsSound ? FactTone.Good : FactTone.Bad;

    private static string Sentence(ValidationReport validation)
    {
        string verdict = Verdict(validation);
        string found = validation.Defects.Count == 0 ? "no defect was found" : $"{Wording.Count(validation.Defects.Count, "defect")} found, {ValueFormat.Percent(3).Format(validation.Fraction)} of the candles are present";
        return $"{char.ToUpperInvariant(verdict[0])}{verdict[1..]}: {found}.";
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
        .WithCaption("Most severe first");
}
