using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Which sources the recorded outputs came from: a hash per code cell, kept in the notebook's metadata.</summary>
internal static class RecordedSources
{
    /// <summary>The field of our metadata that holds the hashes.</summary>
    public const string Field = "sources";

    private const int Digits = 12;

    /// <summary>Writes down that every code cell's outputs come from its present source, but for those left as they were.</summary>
    public static void Stamp(NotebookDocument document, Func<NotebookCell, bool> isLeft)
    {
        NotebookCell[] cells = [.. CodeCells(document)];
        JsonArray? before = Read(document);
        var sources = new JsonArray();
        for (int i = 0; i < cells.Length; i++)
        {
            JsonNode? old = before?.Count == cells.Length ? before[i]?.DeepClone() : null;
            sources.Add(isLeft(cells[i]) ? old : Hash(cells[i]));
        }

        JsonObject own = document.Metadata?[NotebookDocument.OwnField] is JsonObject present ? present.DeepClone().AsObject() : [];
        own[Field] = sources;
        document.SetMetadata(NotebookDocument.OwnField, own);
    }

    /// <summary>The cells whose source is not the one that was recorded; none where nothing was written down.</summary>
    public static IReadOnlyList<NotebookCell> Stale(NotebookDocument document)
    {
        NotebookCell[] cells = [.. CodeCells(document)];
        if (Read(document) is not { } recorded)
            return [];
        if (recorded.Count == cells.Length)
            return [.. cells.Where((cell, i) => recorded[i] is { } hash && (string?)hash != Hash(cell))];

        // Cells came or went: all from the first change on.
        int same = 0;
        while (same < Math.Min(cells.Length, recorded.Count) && (recorded[same] is null || (string?)recorded[same] == Hash(cells[same])))
            same++;
        return cells.Length == 0 ? [] : cells[Math.Min(same, cells.Length - 1)..];
    }

    private static JsonArray? Read(NotebookDocument document) => (document.Metadata?[NotebookDocument.OwnField] as JsonObject)?[Field] as JsonArray;

    private static IEnumerable<NotebookCell> CodeCells(NotebookDocument document) => document.Cells.Where(cell => cell.Kind == CellKind.Code);

    private static string Hash(NotebookCell cell) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cell.Source)))[..Digits];
}
