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
