using TradeBot.Learning;
using TradeBot.MarketData;

namespace TradeBot.Reporting;

/// <summary>Reports on a data set, and on its check for look-ahead.</summary>
public static class DatasetReport
{
    private const int ShownRows = 8, MostClasses = 5;

    /// <summary>A report on a data set: its size, what was dropped, the first rows and the distribution of the target.</summary>
    public static Report Create(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Report.Titled($"Data set: {data.Series?.Symbol ?? "given rows"}")
            .Fact("Rows", ValueFormat.Integer.Format(data.RowCount), data.Series is null ? "given without candles" : FormattableString.Invariant($"{UnixTime.ToDateTime(data.Starts[0]):yyyy-MM-dd} to {UnixTime.ToDateTime(data.Starts[^1]):yyyy-MM-dd}"))
            .Fact("Features", ValueFormat.Integer.Format(data.Names.Count))
            .Fact("Label", data.LabelName)
            .Fact("Dropped", ValueFormat.Integer.Format(data.Dropped.Total), Dropped(data.Dropped))
            .Chart(Target(data))
            .Table(Rows(data))
            .Foot("Data, SHA-256", data.ContentHash);
    }

    /// <summary>The number of rows of each class as bars, or the distribution of a numeric target.</summary>
    public static Chart Target(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[] target = data.Target.ToArray(), classes = [.. target.Distinct().Order().Take(MostClasses + 1)];
        if (!data.IsBinary && (classes.Length > MostClasses || classes.Any(value => value != Math.Floor(value))))
            return Chart.Histogram(target, name: "Target").WithTitle("Distribution of the target");

        classes = data.IsBinary ? [0, 1] : classes;
        double[] rows = [.. classes.Select(value => (double)target.Count(t => t == value))];
        string[] names = [.. classes.Select((value, i) => $"{ClassName(data, value)}, {ValueFormat.Percent(1).Format(rows[i] / target.Length)}")];
        return Chart.Ranking(names, rows, "Rows").WithTitle("Distribution of the target", data.LabelName);
    }

    private static string ClassName(Dataset data, double value)
    {
        string number = ValueFormat.Auto.Format(value);
        if (!data.IsBinary || data.Series is null)
            return number;

        bool isOutcome = data.LabelName.StartsWith("meta(", StringComparison.Ordinal);
        return $"{number}: {(value, isOutcome) switch { (1, true) => "gained", (_, true) => "did not gain", (1, _) => "up", _ => "not up" }}";
    }

    /// <summary>A report on the leakage check, which replays the data without later candles.</summary>
    public static Report Leakage(LeakageReport leakage)
    {
        ArgumentNullException.ThrowIfNull(leakage);
        Report report = Report.Titled("Leakage check")
            .Fact("Result", leakage.IsClean ? "clean" : "looks ahead", tone: leakage.IsClean ? FactTone.Good : FactTone.Bad)
            .Fact("Replayed candle by candle", Wording.Count(leakage.Streamed.Count, "column"), "over every row")
            .Fact("Recomputed", Wording.Count(leakage.Sampled.Count, "column"), $"at {Wording.Count(leakage.SampledRows.Count, "row")}")
            .Prose(leakage.ToString());
        return leakage.IsClean ? report : report.Table(Findings(leakage));
    }

    private static string Dropped(DroppedRows dropped) =>
        FormattableString.Invariant($"warm-up {dropped.WarmUp:N0}, features {dropped.Features:N0}, label {dropped.Label:N0}");

    private static Table Rows(Dataset data)
    {
        TableBuilder<int> table = Table.Of(Enumerable.Range(0, data.RowCount))
            .Column("Decided", row => UnixTime.ToDateTime(data.Starts[row]), unit: "UTC");
        for (int i = 0; i < data.Names.Count; i++)
        {
            int column = i;
            table = table.Column(data.Names[i], row => data.Column(column)[row], ValueFormat.Significant());
        }

        return table.Column("Target", row => data.Target[row], ValueFormat.Significant()).Build().Head(ShownRows);
    }

    private static Table Findings(LeakageReport leakage) => Table.Of(leakage.Findings)
        .Column("Column", f => f.Column)
        .Column("Decided", f => f.Time, unit: "UTC")
        .Column("Future removed by", f => f.Check)
        .Column("Value", f => f.Value)
        .Column("Replayed", f => f.Replayed)
        .Build()
        .WithNote(FormattableString.Invariant($"{leakage.Findings.Count:N0} of {leakage.FindingCount:N0} findings shown."));
}
