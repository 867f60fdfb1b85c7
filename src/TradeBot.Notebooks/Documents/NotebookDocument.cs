using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>A Jupyter notebook (nbformat 4), or one in .dib form: read, edited, and written so that nothing else changes.</summary>
/// <remarks>
/// The document keeps the JSON it came from: unknown fields and the order of keys survive. Text is written
/// as Jupyter writes it (one space of indent, LF, a final line end, non-ASCII unescaped, sources as lists of
/// lines), so that an unchanged document is byte for byte the file it was read from. A byte order mark and CRLF line ends stay
/// as they were in the file, and so do the ids of cells, also where they are missing or come twice.
/// </remarks>
public sealed class NotebookDocument
{
    /// <summary>The field of metadata that is ours, in cells and notebooks.</summary>
    internal const string OwnField = "tradebot";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly JsonObject _json;
    private TextForm _form = TextForm.Jupyter;

    private NotebookDocument(JsonObject json)
    {
        _json = json;
        CheckVersion(json);
        Language = CellLanguage.OfNotebook(json["metadata"] as JsonObject);
        if (json["cells"] is not JsonArray cells)
            throw new NotebookFormatException("\"cells\" must be a list of cells.");
        Cells = [.. cells.Select(ReadCell)];
    }

    /// <summary>The cells in their order.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>The notebook's language in lower case, <c>csharp</c> where it names none.</summary>
    public string Language { get; }

    /// <summary>True from nbformat 4.5 on, where cells have ids.</summary>
    internal bool HasCellIds => _json["nbformat_minor"] is JsonValue minor && minor.TryGetValue(out int number) && number >= 5;

    internal JsonObject? Metadata => _json["metadata"] as JsonObject;

    /// <summary>Sets a field of the notebook's metadata, in its place among sorted keys where it is new; null removes it.</summary>
    internal void SetMetadata(string name, JsonNode? value)
    {
        if (Metadata is not { } metadata)
            _json["metadata"] = metadata = [];
        if (value is null)
        {
            metadata.Remove(name);
        }
        else if (metadata.ContainsKey(name))
        {
            metadata[name] = value;
        }
        else
        {
            int index = 0;
            while (index < metadata.Count && string.CompareOrdinal(metadata.GetAt(index).Key, name) < 0)
                index++;
            metadata.Insert(index, name, value);
        }
    }

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="text">JSON in nbformat 4.</param>
    /// <exception cref="NotebookFormatException">The text is not JSON, or not a notebook of version 4.</exception>
    public static NotebookDocument Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return NotebookJson.Parse(text) is JsonObject json
                ? new NotebookDocument(json)
                : throw new NotebookFormatException("A notebook is a JSON object.");
        }
        catch (JsonException error)
        {
            throw new NotebookFormatException($"Not JSON: {error.Message}", error);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new NotebookFormatException($"Not a notebook: {error.Message}", error); // a key that occurs twice, or half a character
        }
    }

    /// <summary>Reads a notebook from its .dib form.</summary>
    /// <param name="text">Cells, each below a line such as <c>#!csharp</c>, after an optional block <c>#!meta</c>.</param>
    /// <exception cref="NotebookFormatException">The block at the start is not JSON.</exception>
    public static NotebookDocument ParseDib(string text) => new(DibText.Read(text));

    /// <summary>Reads a notebook from a file.</summary>
    /// <param name="path">An .ipynb or .dib file in UTF-8.</param>
    /// <exception cref="NotebookFormatException">The file is not a notebook of version 4.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static NotebookDocument Load(string path)
    {
        try
        {
            string text = TextForm.Read(File.ReadAllBytes(path), Utf8, out TextForm form);
            MergeMarkers.Refuse(text);
            NotebookDocument document = IsDib(path) ? ParseDib(text) : Parse(text);
            document._form = form;
            return document;
        }
        catch (NotebookFormatException error)
        {
            throw new NotebookFormatException($"{path}: {error.Message}", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new NotebookFormatException($"{path}: not UTF-8 text.", error);
        }
    }

    /// <summary>The document's text, as Jupyter would write it.</summary>
    public string ToText() => NotebookJson.Write(_json);

    /// <summary>The document's cells in .dib form, which has no place for outputs, ids, tags and attachments.</summary>
    public string ToDib() => DibText.Write(this);

    /// <summary>Writes the document, whole or not at all; a file that already holds this text is left alone.</summary>
    /// <param name="path">Replaced when it exists; its name decides between .dib and .ipynb.</param>
    /// <returns>True when the file was written, false when it already held this text.</returns>
    /// <exception cref="IOException">The file was not written; the old one is unchanged.</exception>
    public bool Save(string path) => AtomicFile.Write(path, Bytes(path));

    /// <summary>True when the file holds this very document.</summary>
    /// <param name="path">An existing file.</param>
    public bool IsIn(string path) => File.ReadAllBytes(path).AsSpan().SequenceEqual(Bytes(path));

    /// <summary>True for files in .dib form, by their names.</summary>
    /// <param name="path">Any path.</param>
    internal static bool IsDib(string path) => Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase);

    /// <summary>Puts all keys in the order in which Jupyter writes them.</summary>
    internal void SortKeys() => NotebookJson.SortKeys(_json);

    private byte[] Bytes(string path) => _form.Write(IsDib(path) ? ToDib() : ToText(), Utf8);

    private NotebookCell ReadCell(JsonNode? node, int index) => node is JsonObject cell
        ? new NotebookCell(cell, index + 1, Language)
        : throw new NotebookFormatException($"Cell {index + 1} must be a JSON object.");

    private static void CheckVersion(JsonObject json)
    {
        if (json["nbformat"] is not JsonValue version || version.GetValueKind() != JsonValueKind.Number)
            throw new NotebookFormatException("\"nbformat\" is missing; expected 4.");
        if (version.ToString() != "4")
            throw new NotebookFormatException($"\"nbformat\" is {version}; expected 4.");
    }
}

/// <summary>A file is not a notebook that can be read: the message names the file or field and what is expected.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <param name="message">Where the text departs from nbformat, and what is expected there.</param>
    /// <param name="inner">The parser's own complaint, if there is one.</param>
    public NotebookFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
