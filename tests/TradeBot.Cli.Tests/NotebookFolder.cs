using System.Text.Json.Nodes;

namespace TradeBot.Cli.Tests;

/// <summary>A temporary folder of small notebooks.</summary>
internal sealed class NotebookFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("tradebot-cli-").FullName;

    public string PathOf(params string[] parts) => Path.Combine([_path, .. parts]);

    /// <summary>Writes a notebook; a source that begins with a bracketed word, as <c>[skip]</c>, bears that tag.</summary>
    public string Add(string name, params string[] cells)
    {
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((source, i) => Cell(source, i))]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        string path = PathOf(name);
        File.WriteAllText(path, notebook.ToJsonString());
        return path;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private static JsonObject Cell(string source, int index)
    {
        int end = source.StartsWith('[') ? source.IndexOf(']', StringComparison.Ordinal) : 0;
        return new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"c{index}",
            ["metadata"] = end > 0 ? new JsonObject { ["tags"] = new JsonArray(source[1..end]) } : new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = end > 0 ? source[(end + 1)..] : source,
        };
    }
}
