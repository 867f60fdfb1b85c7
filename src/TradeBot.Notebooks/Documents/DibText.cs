using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>The .dib form of a notebook: cells as text, each below a line that names its language; outputs have no place in it.</summary>
/// <remarks>
/// A <c>#!meta</c> block of JSON, when present, comes first; it is what .ipynb keeps as the metadata field <c>polyglot_notebook</c>.
/// Blank lines around a cell's text carry no meaning: written texts have one.
/// </remarks>
internal static class DibText
{
    private const string Mark = "#!";
    private const string Meta = "meta";
    private const string Markdown = "markdown";
    private const string Raw = "raw";
    private const string MetaField = "polyglot_notebook";

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names that begin a cell, and the language each stands for; a notebook's block may add others.</summary>
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        ["csharp"] = CellLanguage.CSharp, ["c#"] = CellLanguage.CSharp, ["C#"] = CellLanguage.CSharp,
        ["fsharp"] = "fsharp", ["f#"] = "fsharp", ["F#"] = "fsharp",
        ["pwsh"] = "pwsh", ["powershell"] = "pwsh",
        ["javascript"] = "javascript", ["js"] = "javascript",
        [Markdown] = Markdown, ["md"] = Markdown,
        ["html"] = "html", ["mermaid"] = "mermaid", ["sql"] = "sql", ["kql"] = "kql", ["http"] = "http", ["value"] = "value", [Raw] = Raw,
    };

    /// <returns>The notebook as nbformat has it.</returns>
    /// <exception cref="NotebookFormatException">The block at the start is not JSON.</exception>
    public static JsonObject Read(string text)
    {
        var metadata = new JsonObject();
        var cells = new JsonArray();
        Dictionary<string, string> names = Languages;
        string standard = CellLanguage.CSharp;
        foreach ((string? name, string source) in Blocks(text, line => line == Meta || names.ContainsKey(line)))
        {
            if (name == Meta && cells.Count == 0)
            {
                JsonObject block = ReadMeta(source);
                metadata[MetaField] = block;
                standard = CellLanguage.OfNotebook(metadata);
                names = WithNames(block);
            }
            else if (name is not null || source.Length > 0)
            {
                cells.Add(Cell(name is null ? standard : names[name], source, standard, cells.Count + 1));
            }
        }

        metadata["kernelspec"] ??= new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" };
        return new JsonObject { ["cells"] = cells, ["metadata"] = metadata, ["nbformat"] = 4, ["nbformat_minor"] = 5 };
    }

    /// <param name="document">Its outputs are left out.</param>
    public static string Write(NotebookDocument document)
    {
        var text = new StringBuilder();
        if (document.Metadata?[MetaField] is JsonObject block)
            text.Append(Mark).Append(Meta).Append("\n\n").Append(block.ToJsonString(OneLine)).Append("\n\n");
        foreach (NotebookCell cell in document.Cells)
        {
            string name = cell.Kind switch
            {
                CellKind.Markdown => Markdown,
                CellKind.Raw => Raw,
                _ => cell.Language,
            };
            text.Append(Mark).Append(name).Append("\n\n");
            if (Trimmed(cell.Source) is { Length: > 0 } source)
                text.Append(source).Append("\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The text cut at the lines that name a language; what stands before the first has no name.</summary>
    private static IEnumerable<(string? Name, string Source)> Blocks(string text, Func<string, bool> isName)
    {
        string? name = null;
        var lines = new List<string>();
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal) && isName(line[Mark.Length..].TrimEnd()))
            {
                yield return (name, Trimmed(string.Join('\n', lines)));
                name = line[Mark.Length..].TrimEnd();
                lines.Clear();
            }
            else
            {
                lines.Add(line);
            }
        }

        yield return (name, Trimmed(string.Join('\n', lines)));
    }

    private static JsonObject ReadMeta(string source)
    {
        try
        {
            return NotebookJson.Parse(source) as JsonObject ?? throw new NotebookFormatException($"The {Mark}{Meta} block must be a JSON object.");
        }
        catch (JsonException error)
        {
            throw new NotebookFormatException($"The {Mark}{Meta} block is not JSON: {error.Message}", error);
        }
    }

    /// <summary>The known names and those of the kernels that the block lists.</summary>
    private static Dictionary<string, string> WithNames(JsonObject block)
    {
        var names = new Dictionary<string, string>(Languages, StringComparer.Ordinal);
        foreach (JsonNode? item in (block["kernelInfo"] as JsonObject)?["items"] as JsonArray ?? [])
        {
            if (item?["name"] is not JsonValue value)
                continue;
            string name = value.ToString();
            names.TryAdd(name, name);
            foreach (JsonNode? alias in item["aliases"] as JsonArray ?? [])
                names.TryAdd(alias!.ToString(), names[name]);
        }

        return names;
    }

    private static JsonObject Cell(string language, string source, string standard, int number)
    {
        bool isCode = language is not (Markdown or Raw);
        var metadata = new JsonObject();
        if (isCode && language != standard)
            metadata[MetaField] = new JsonObject { ["kernelName"] = language };
        var cell = new JsonObject { ["cell_type"] = isCode ? "code" : language };
        if (isCode)
            cell["execution_count"] = null;
        cell["id"] = FormattableString.Invariant($"cell-{number}");
        cell["metadata"] = metadata;
        if (isCode)
            cell["outputs"] = new JsonArray();
        cell["source"] = MultilineText.Write(source);
        return cell;
    }

    /// <summary>Without blank lines around; the first line keeps its indent.</summary>
    private static string Trimmed(string source)
    {
        string[] lines = source.Split('\n');
        int first = Array.FindIndex(lines, line => line.Trim().Length > 0), last = Array.FindLastIndex(lines, line => line.Trim().Length > 0);
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }
}
