namespace TradeBot.Learning;

/// <summary>What replays without the future found.</summary>
[TypeFormatterSource]
public sealed record LeakageReport
{
    /// <summary>How many findings are kept at most per column; the others are only counted.</summary>
    public const int MaxFindingsPerColumn = 10;

    /// <summary>Columns that were replayed candle by candle over every row.</summary>
    public required IReadOnlyList<string> Streamed { get; init; }

    /// <summary>Columns that were recomputed at the sampled rows, the label among them.</summary>
    public required IReadOnlyList<string> Sampled { get; init; }

    /// <summary>The rows at which whole series were recomputed, ascending.</summary>
    public required IReadOnlyList<int> SampledRows { get; init; }

    /// <summary>The first changes of each column.</summary>
    public required IReadOnlyList<LeakageFinding> Findings { get; init; }

    /// <summary>All changes, those not kept included.</summary>
    public required long FindingCount { get; init; }

    /// <summary>True when nothing changed.</summary>
    public bool IsClean => FindingCount == 0;

    /// <summary>The result in one line.</summary>
    public override string ToString() => IsClean
        ? FormattableString.Invariant($"Clean: {Streamed.Count} columns replayed candle by candle over every row, {Sampled.Count} recomputed at {SampledRows.Count} rows.")
        : FormattableString.Invariant($"{FindingCount:N0} values depend on their future, in {string.Join(", ", Findings.Select(finding => finding.Column).Distinct())}; the first at {Findings[0].Time:yyyy-MM-dd HH:mm} UTC: {Findings[0].Value:R} became {Findings[0].Replayed:R}.");
}

/// <summary>A value that changed when its future did.</summary>
/// <param name="Row">Row of the data set.</param>
/// <param name="Time">When the row is decided, UTC.</param>
/// <param name="Column">The feature, or the label.</param>
/// <param name="Check">How the future was taken away.</param>
/// <param name="Value">The value in the data set.</param>
/// <param name="Replayed">The value without that future.</param>
public sealed record LeakageFinding(int Row, DateTime Time, string Column, LeakageCheck Check, double Value, double Replayed);

/// <summary>How a replay deprived a value of its future.</summary>
public enum LeakageCheck
{
    /// <summary>The feature was given candles one by one, as they close.</summary>
    Streamed,

    /// <summary>The series ended with the row's candle.</summary>
    Truncated,

    /// <summary>Every candle after the row's was changed; for a label, every candle that opens after the end of its span.</summary>
    Perturbed,
}
