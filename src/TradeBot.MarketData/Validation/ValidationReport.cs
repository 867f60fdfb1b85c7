namespace TradeBot.MarketData;

/// <summary>Validation report: defects, their counts, and the completeness of each day.</summary>
[TypeFormatterSource]
public sealed class ValidationReport
{
    internal ValidationReport(
        string symbol, Timeframe timeframe, int rows, IReadOnlyList<CandleDefect> defects, IReadOnlyList<CompletenessPoint> completeness)
    {
        (Symbol, Timeframe, Rows, Defects, Completeness) = (symbol, timeframe, rows, defects, completeness);
        Counts = [.. defects.GroupBy(defect => defect.Kind).OrderBy(group => group.Key)
            .Select(group => new DefectCount(group.Key, group.Max(defect => defect.Severity), group.Count(), group.Sum(defect => defect.Count)))];
    }

    /// <summary>The instrument.</summary>
    public string Symbol { get; }

    /// <summary>Length of its candles.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Number of rows checked.</summary>
    public int Rows { get; }

    /// <summary>All findings, oldest first.</summary>
    public IReadOnlyList<CandleDefect> Defects { get; }

    /// <summary>The kinds found, with the number of defects and candles.</summary>
    public IReadOnlyList<DefectCount> Counts { get; }

    /// <summary>Present and expected candles of each day, oldest first: data for a chart.</summary>
    public IReadOnlyList<CompletenessPoint> Completeness { get; }

    /// <summary>Present divided by expected candles, from 0 to 1; NaN without candles.</summary>
    public double Fraction => (double)Completeness.Sum(point => (long)point.Present) / Completeness.Sum(point => (long)point.Expected);

    /// <summary>True when all findings are informational.</summary>
    public bool IsSound => Defects.All(defect => defect.Severity == DefectSeverity.Information);

    /// <summary>True when something must be repaired before use.</summary>
    public bool HasErrors => Defects.Any(defect => defect.Severity == DefectSeverity.Error);

    /// <summary>The defects of one kind, oldest first.</summary>
    public IEnumerable<CandleDefect> Of(DefectKind kind) => Defects.Where(defect => defect.Kind == kind);

    /// <summary>Number of candles affected by a kind of defect.</summary>
    public long CandlesWith(DefectKind kind) => Of(kind).Sum(defect => defect.Count);

    /// <summary>The whole report as plain text, most severe defects first; when there are many, the rest are only counted.</summary>
    public override string ToString() => ValidationText.Of(this);
}

/// <summary>Count of one kind of defect.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">The highest severity among them.</param>
/// <param name="Defects">Number of defects.</param>
/// <param name="Candles">Number of affected candles.</param>
public readonly record struct DefectCount(DefectKind Kind, DefectSeverity Severity, int Defects, long Candles);
