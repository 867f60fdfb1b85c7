namespace TradeBot.Learning;

/// <summary>Result of the leakage check.</summary>
[TypeFormatterSource]
public sealed record LeakageReport
{
    /// <summary>Maximum number of findings kept per column; the rest are only counted.</summary>
    public const int MaxFindingsPerColumn = 10;

    /// <summary>Columns that were replayed candle by candle over every row.</summary>
    public required IReadOnlyList<string> Streamed { get; init; }

    /// <summary>Columns recomputed at the sampled rows, including the label.</summary>
    public required IReadOnlyList<string> Sampled { get; init; }

    /// <summary>The rows at which whole series were recomputed, ascending.</summary>
    public required IReadOnlyList<int> SampledRows { get; init; }

    /// <summary>The first changes of each column.</summary>
    public required IReadOnlyList<LeakageFinding> Findings { get; init; }

    /// <summary>Number of all findings, including those not kept.</summary>
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
/// <param name="Time">Decision time of the row, UTC.</param>
/// <param name="Column">The feature, or the label.</param>
/// <param name="Check">The check that found it.</param>
/// <param name="Value">The value in the data set.</param>
/// <param name="Replayed">The value recomputed with the future cut off or changed.</param>
public sealed record LeakageFinding(int Row, DateTime Time, string Column, LeakageCheck Check, double Value, double Replayed);

/// <summary>How a leakage check changes the future of a value.</summary>
public enum LeakageCheck
{
    /// <summary>The feature was given candles one by one, as they close.</summary>
    Streamed,

    /// <summary>The series ended with the row's candle.</summary>
    Truncated,

    /// <summary>Every candle after the row's was changed; for a label, every candle that opens after the end of its span.</summary>
    Perturbed,
}
