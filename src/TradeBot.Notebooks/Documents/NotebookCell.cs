using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>One cell of a notebook, over its JSON: fields this class does not know stay as they are.</summary>
public sealed class NotebookCell
{
    private static readonly string[] FieldOrder = ["attachments", "cell_type", "execution_count", "id", "metadata", "outputs", "source"];

    private readonly JsonObject _json;
    private readonly string _notebookLanguage;

    internal NotebookCell(JsonObject json, int number, string notebookLanguage)
    {
        _json = json;
        _notebookLanguage = notebookLanguage;
        Number = number;
        Kind = ReadKind(json, number);
        if (MultilineText.Read(json["source"]) is null)
            throw new NotebookFormatException($"Cell {number}: \"source\" must be a string or a list of strings.");
    }

    /// <summary>Position in the notebook, counted from 1 over all cells.</summary>
    public int Number { get; }

    /// <summary>Code, Markdown or raw.</summary>
    public CellKind Kind { get; }

    /// <summary>nbformat 4.5's cell id; null in older documents.</summary>
    public string? Id => (_json["id"] as JsonValue)?.GetValue<string>();

    /// <summary>The text of the cell with LF line ends.</summary>
    public string Source
    {
        get => MultilineText.Read(_json["source"])!.ReplaceLineEndings("\n");
        set => _json["source"] = MultilineText.Write(value);
    }

    /// <summary>The cell's tags, in their order.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata?["tags"] is JsonArray tags ? [.. tags.OfType<JsonValue>().Select(tag => tag.ToString())] : [];

    /// <summary>The cell's language, in lower case: its own, or the notebook's.</summary>
    public string Language => CellLanguage.Of(Metadata, _notebookLanguage);

    /// <summary>The execution count that Jupyter shows in brackets; null before a run.</summary>
    public int? ExecutionCount =>
        _json["execution_count"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<int>() : null;

    /// <summary>Recorded outputs in nbformat; empty for cells that are not code.</summary>
    public IReadOnlyList<JsonObject> Outputs =>
        _json["outputs"] is JsonArray outputs ? [.. outputs.OfType<JsonObject>()] : [];

    internal JsonObject? Attachments => _json["attachments"] as JsonObject;

    internal JsonObject? Metadata => _json["metadata"] as JsonObject;

    /// <summary>True when the cell has the tag.</summary>
    /// <param name="tag">Compared exactly, as Jupyter does.</param>
    public bool HasTag(string tag) => Tags.Contains(tag);

    /// <summary>Replaces what the cell shows.</summary>
    /// <param name="outputs">Outputs in nbformat, in order.</param>
    /// <param name="executionCount">The count to record; null for a cell that did not run.</param>
    /// <exception cref="InvalidOperationException">The cell is not code.</exception>
    public void Record(IEnumerable<JsonObject> outputs, int? executionCount)
    {
        if (Kind != CellKind.Code)
            throw new InvalidOperationException($"Cell {Number} is {Kind}: only code cells have outputs.");

        Set("execution_count", executionCount);
        Set("outputs", new JsonArray([.. outputs]));
    }

    /// <summary>Converts the source to the form that Jupyter writes.</summary>
    internal void Normalize()
    {
        if (_json["source"] is JsonValue)
            _json["source"] = MultilineText.Write(MultilineText.Read(_json["source"])!);
    }

    internal void SetId(string id) => Set("id", id);

    private void Set(string field, JsonNode? value)
    {
        if (_json.ContainsKey(field))
        {
            _json[field] = value;
            return;
        }

        int order = Array.IndexOf(FieldOrder, field);
        int index = 0;
        while (index < _json.Count && Array.IndexOf(FieldOrder, _json.GetAt(index).Key) is int other && other >= 0 && other < order)
            index++;
        _json.Insert(index, field, value);
    }

    private static CellKind ReadKind(JsonObject json, int number) => json["cell_type"]?.ToString() switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        string other => throw new NotebookFormatException($"Cell {number}: \"cell_type\" is \"{other}\"; expected code, markdown or raw."),
        null => throw new NotebookFormatException($"Cell {number}: \"cell_type\" is missing; expected code, markdown or raw."),
    };
}

/// <summary>What a notebook cell holds.</summary>
public enum CellKind
{
    /// <summary>Source to execute.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text for another tool: neither executed nor rendered as prose.</summary>
    Raw,
}
