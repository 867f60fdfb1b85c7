namespace TradeBot.MarketData;

/// <summary>What validation found: the defects as a table, their counts, and how complete each day is.</summary>
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

    /// <summary>How many rows were checked.</summary>
    public int Rows { get; }

    /// <summary>Everything found, oldest first.</summary>
    public IReadOnlyList<CandleDefect> Defects { get; }

    /// <summary>The kinds found, each with its number of defects and of candles.</summary>
    public IReadOnlyList<DefectCount> Counts { get; }

    /// <summary>Present and expected candles of each day, oldest first: data for a chart.</summary>
    public IReadOnlyList<CompletenessPoint> Completeness { get; }

    /// <summary>Present over expected candles, from 0 to 1; NaN without candles.</summary>
    public double Fraction => (double)Completeness.Sum(point => (long)point.Present) / Completeness.Sum(point => (long)point.Expected);

    /// <summary>True when nothing was found beyond information.</summary>
    public bool IsSound => Defects.All(defect => defect.Severity == DefectSeverity.Information);

    /// <summary>True when something must be repaired before use.</summary>
    public bool HasErrors => Defects.Any(defect => defect.Severity == DefectSeverity.Error);

    /// <summary>The defects of one kind, oldest first.</summary>
    public IEnumerable<CandleDefect> Of(DefectKind kind) => Defects.Where(defect => defect.Kind == kind);

    /// <summary>How many candles the defects of a kind concern; 0 when there are none.</summary>
    public long CandlesWith(DefectKind kind) => Of(kind).Sum(defect => defect.Count);

    /// <summary>The whole report as plain text, the gravest defects first, the last ones counted when there are many.</summary>
    public override string ToString() => ValidationText.Of(this);
}

/// <summary>How often a kind of defect was found.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Severity">The gravest of them.</param>
/// <param name="Defects">How many stretches of candles.</param>
/// <param name="Candles">How many candles in them.</param>
public readonly record struct DefectCount(DefectKind Kind, DefectSeverity Severity, int Defects, long Candles);
