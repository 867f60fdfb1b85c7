using TradeBot.MarketData;

namespace TradeBot.Cli.Printing;

/// <summary>The outcome for one series of a file.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Symbol">Empty when the file could not be read.</param>
/// <param name="Timeframe">Null when the file could not be read.</param>
/// <param name="Rows">Candles after repair.</param>
/// <param name="Imported">True when they are in the store.</param>
/// <param name="StillOpen">Rows left out because their candles had not closed.</param>
/// <param name="Stored">What the store did with them.</param>
/// <param name="Assumptions">What was assumed about the file.</param>
/// <param name="Unreadable">Lines that could not be read and were left out.</param>
/// <param name="Defects">What is wrong beyond information.</param>
/// <param name="Changes">Each row that --fix dropped, merged or moved.</param>
/// <param name="Error">Why there are no candles; null when there are.</param>
internal sealed record ImportOutcome(
    string File, string Symbol, Timeframe? Timeframe, int Rows, bool Imported, int StillOpen, CandleStoreChange Stored, IReadOnlyList<string> Assumptions,
    IReadOnlyList<string> Unreadable, IReadOnlyList<CandleDefect> Defects, IReadOnlyList<RepairChange> Changes, string? Error = null)
{
    /// <summary>Why candles were refused for a reason other than defects; null when they were not.</summary>
    public string? Refusal { get; init; }

    public static ImportOutcome Of(string file, ImportResult read, ValidationReport report, CandleStoreChange change, RepairLog log) => new(
        file, read.Table.Symbol, read.Table.Timeframe, report.Rows, !report.HasErrors, read.StillOpen, change, read.Assumptions,
        [.. read.Unreadable.Select(row => row.ToString())],
        [.. report.Defects.Where(defect => defect.Severity != DefectSeverity.Information && defect.Kind != DefectKind.UnreadableRow)], log);

    public static ImportOutcome Refused(string file, ImportResult read, string reason) => new(
        file, read.Table.Symbol, read.Table.Timeframe, read.Table.Count, Imported: false, read.StillOpen, default, read.Assumptions,
        [.. read.Unreadable.Select(row => row.ToString())], [], []) { Refusal = reason };

    public static ImportOutcome Failed(string file, string error) =>
        new(file, "", null, 0, Imported: false, 0, default, [], [], [], [], error);
}
