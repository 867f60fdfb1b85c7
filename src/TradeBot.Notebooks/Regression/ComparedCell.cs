using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>A cell as a page shows it: two sides and their differences.</summary>
/// <param name="Label">What the cell is called.</param>
/// <param name="FirstLine">The beginning of its source.</param>
/// <param name="Source">HTML of its source; of both, where it was edited.</param>
/// <param name="Reasons">Why it is shown, a line each; none where both sides agree.</param>
/// <param name="Before">Outputs of the first side.</param>
/// <param name="After">Outputs of the second side.</param>
/// <param name="Tolerance">How far its numbers may be apart.</param>
internal sealed record ComparedCell(string Label, string FirstLine, string Source, IReadOnlyList<string> Reasons, IReadOnlyList<JsonObject> Before, IReadOnlyList<JsonObject> After, Tolerance Tolerance)
{
    private const int MostListed = 50;

    public static ComparedCell Of(CellComparison cell) => new(
        NotebookPage.Label(cell.Recorded),
        NotebookPage.FirstLine(cell.Recorded),
        SourceHtml(cell.Recorded),
        [.. cell.IsStale ? ["The source changed since the outputs were recorded."] : Array.Empty<string>(),
            .. cell.Run.Error is { } error ? [$"{error.Name}: {error.Message}"] : Array.Empty<string>(),
            .. Listed(cell.Differences)],
        cell.Recorded.Outputs,
        cell.Run.Cell.Outputs,
        cell.Tolerance);

    public static ComparedCell Of(RunComparisonCell cell) => new(
        NotebookPage.Label(cell.After ?? cell.Before!),
        NotebookPage.FirstLine(cell.After ?? cell.Before!),
        cell.IsEdited ? $"<div class=\"sides\">{SourceHtml(cell.Before!)}{SourceHtml(cell.After!)}</div>" : SourceHtml(cell.After ?? cell.Before!),
        [.. Presence(cell), .. Listed(cell.Differences)],
        cell.Before?.Outputs ?? [],
        cell.After?.Outputs ?? [],
        cell.Tolerance);

    private static string[] Presence(RunComparisonCell cell) => cell switch
    {
        { Before: null } => ["Only the second run has this cell."],
        { After: null } => ["Only the first run has this cell."],
        { IsEdited: true } => ["The source differs."],
        _ => [],
    };

    private static IEnumerable<string> Listed(IReadOnlyList<Difference> differences)
    {
        foreach (Difference difference in differences.Take(MostListed))
            yield return difference.ToString();
        if (differences.Count > MostListed)
            yield return FormattableString.Invariant($"… and {differences.Count - MostListed} more");
    }

    private static string SourceHtml(NotebookCell cell) => $"<pre><code>{NotebookPage.CodeHtml(cell)}</code></pre>";
}
