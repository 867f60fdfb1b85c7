namespace TradeBot.Notebooks;

/// <summary>Reads a file that a cell imports, as cells of the language its name tells.</summary>
internal sealed class CellImport(string folder)
{
    private const string MetaBlock = "#!meta";

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = CellLanguage.CSharp, [".csx"] = CellLanguage.CSharp, [".dib"] = CellLanguage.CSharp,
        [".fs"] = MagicCatalog.FSharp, [".fsx"] = MagicCatalog.FSharp, [".sql"] = MagicCatalog.Sql,
        [".md"] = MagicCatalog.Markdown, [".html"] = MagicCatalog.Html, [".htm"] = MagicCatalog.Html,
        [".js"] = MagicCatalog.JavaScript, [".mermaid"] = MagicCatalog.Mermaid, [".mmd"] = MagicCatalog.Mermaid,
    };

    /// <returns>What to run, in order.</returns>
    /// <exception cref="CompilationException">There is no such file, or no way to run it.</exception>
    public async Task<IReadOnlyList<CellSource>> ReadAsync(MagicCommand command, CellExecution run)
    {
        if (command.Arguments is not [string name])
            throw command.Refused(run.Cell, "Name one file: #!import PATH.");
        string path = Path.GetFullPath(name, folder), file = Path.GetFileName(path), extension = Path.GetExtension(path);
        if (!File.Exists(path))
            throw command.Refused(run.Cell, $"There is no file {path}. A path is relative to the notebook's folder.");
        if (string.Equals(extension, ".ipynb", StringComparison.OrdinalIgnoreCase))
            return Notebook(command, run, path, file);
        if (!Languages.TryGetValue(extension, out string? language))
            throw command.Refused(run.Cell, $"A file {extension} cannot be imported; known are .ipynb, {string.Join(", ", Languages.Keys)}.");

        string text = (await File.ReadAllTextAsync(path, run.Cancellation)).ReplaceLineEndings("\n");
        return [new CellSource(file, extension == ".dib" ? WithoutMeta(text) : text) { Language = language }];
    }

    private static IReadOnlyList<CellSource> Notebook(MagicCommand command, CellExecution run, string path, string file)
    {
        try
        {
            return
            [
                .. NotebookDocument.Load(path).Cells.Where(cell => cell.Kind == CellKind.Code)
                    .Select(cell => new CellSource(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file} cell {cell.Number}"), cell.Source) { Language = cell.Language }),
            ];
        }
        catch (NotebookFormatException error)
        {
            throw command.Refused(run.Cell, $"{path} is not a notebook: {error.Message}");
        }
    }

    /// <summary>A .dib is like one cell whose magics separate its cells, except for the block at its start.</summary>
    private static string WithoutMeta(string text)
    {
        if (!text.StartsWith(MetaBlock, StringComparison.Ordinal))
            return text;
        string[] lines = text.Split('\n');
        int end = Array.FindIndex(lines, 1, line => line.StartsWith("#!", StringComparison.Ordinal));
        int kept = end < 0 ? lines.Length : end;
        return new string('\n', kept) + string.Join('\n', lines[kept..]);
    }
}
