using System.Text.Json;

namespace TradeBot.Notebooks;

/// <summary>Text that becomes a value for other languages: <c>#!value --name x</c> with lines below, or a file.</summary>
internal sealed class ValueLanguage(string folder) : ICellLanguage
{
    private readonly SortedDictionary<string, object?> _values = new(StringComparer.Ordinal);

    public async Task RunAsync(CellStep step, CellExecution run)
    {
        MagicCommand command = step.Command ?? throw new CompilationException(CellError.Of(CellError.Compilation, "A value needs a name: begin the cell with #!value --name NAME."));
        string name = command.Option("name") is { Length: > 0 } given
            ? given
            : throw command.Refused(run.Cell, "A value needs a name: write #!value --name NAME.");
        string text = step.Text!.Code.Trim('\n');
        if (command.Option("from-file") is { } file)
            text = await ReadAsync(command, run, file, text);
        try
        {
            _values[name] = Typed(text, command.Option("mime-type"));
        }
        catch (JsonException error)
        {
            throw command.Refused(run.Cell, $"The value {name} is not JSON: {error.Message}");
        }
    }

    public IReadOnlyList<SharedVariable> Variables() =>
        [.. _values.Select(entry => new SharedVariable(entry.Key, entry.Value?.GetType() ?? typeof(object), entry.Value))];

    public Task DeclareAsync(string name, object? value, CellExecution run)
    {
        _values[name] = value;
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }

    /// <summary>JSON where the type says so, else the text itself.</summary>
    public static object? Typed(string text, string? mimeType) =>
        mimeType is not null && MimeBundle.IsJson(mimeType) ? (object?)NotebookJson.Parse(text) : text;

    private async Task<string> ReadAsync(MagicCommand command, CellExecution run, string file, string text)
    {
        if (text.Length > 0)
            throw command.Refused(run.Cell, "A value comes from a file or from the lines below, not both.");
        string path = Path.GetFullPath(file, folder);
        return File.Exists(path)
            ? await File.ReadAllTextAsync(path, run.Cancellation)
            : throw command.Refused(run.Cell, $"There is no file {path}.");
    }
}
