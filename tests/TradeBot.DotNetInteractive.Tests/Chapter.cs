using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>A notebook of the repository with what its cells recorded.</summary>
/// <param name="Cells">The code cells, in order.</param>
/// <param name="Missing">The first file that it requires and that is not built; null when all are there.</param>
internal sealed record Chapter(IReadOnlyList<ChapterCell> Cells, string? Missing)
{
    /// <summary>Where the notebooks are.</summary>
    public static string Folder { get; } = Repository.PathOf("notebooks");

    /// <summary>The names of all notebooks, without their extension.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static Chapter Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".ipynb")));
        JsonElement root = document.RootElement;
        ChapterCell[] cells =
        [
            .. root.GetProperty("cells").EnumerateArray().Index()
                .Where(cell => cell.Item.GetProperty("cell_type").GetString() == "code")
                .Select(cell => ChapterCell.Read(cell.Index + 1, cell.Item)),
        ];
        return new Chapter(cells, Requires(root).FirstOrDefault(file => !File.Exists(Path.GetFullPath(HostedCode.Of(file, ""), Folder))));
    }

    private static string[] Requires(JsonElement root) =>
        root.GetProperty("metadata").TryGetProperty("tradebot", out JsonElement own)
        && own.TryGetProperty("requires", out JsonElement requires) && requires.TryGetProperty("files", out JsonElement files)
            ? [.. files.EnumerateArray().Select(file => file.GetString()!)]
            : [];
}
