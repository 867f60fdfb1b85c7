namespace TradeBot.Notebooks;

/// <summary>Runs the magics that are not languages.</summary>
/// <param name="languages">Whose variables they show and share.</param>
/// <param name="folder">Where relative paths start.</param>
/// <param name="execute">Runs what a file holds as part of the cell that imports it.</param>
internal sealed class CellMagics(SessionLanguages languages, string folder, Func<CellSource, CellExecution, Task> execute)
{
    private const int MaxImports = 50;

    private readonly CellImport _import = new(folder);
    private int _imports;

    public Task RunAsync(MagicCommand command, string language, CellExecution run) => command.Name switch
    {
        "lsmagic" => run.ShowAsync(List),
        "who" => run.ShowAsync(() => string.Join(", ", languages.Get(language).Variables().Select(variable => variable.Name))),
        "whos" => run.ShowAsync(() => Table(languages.Get(language).Variables())),
        "share" => ShareAsync(command, language, run),
        "set" => SetAsync(command, language, run),
        "import" => ImportAsync(command, run),
        _ => throw command.Refused(run.Cell, MagicCatalog.Unknown(command.Name)),
    };

    private static object List()
    {
        TableCell[][] rows = [.. MagicCatalog.All.Select(magic => new[] { new TableCell(magic.Usage, false), new TableCell(magic.Meaning, false) })];
        return Bundle(new ValueTable(["magic", "what it does"], rows));
    }

    private static object Table(IReadOnlyList<SharedVariable> variables)
    {
        TableCell[][] rows = [.. variables.Select(variable => new[]
        {
            new TableCell(variable.Name, false), new TableCell(TypeText.Of(variable.Type), false), TableCell.Of(variable.Value),
        })];
        return Bundle(new ValueTable(["name", "type", "value"], rows));
    }

    private static MimeBundle Bundle(ValueTable table) => new MimeBundle(TableText.Plain(table)).With(MimeBundle.Html, TableText.Html(table));

    private Task ShareAsync(MagicCommand command, string language, CellExecution run)
    {
        if (command.Arguments is not [string name] || command.Option("from") is not { Length: > 0 } from)
            throw command.Refused(run.Cell, "Name a variable and a language: #!share VARIABLE --from LANGUAGE [--as NAME].");
        SharedVariable variable = languages.Variable(from, name, command, run.Cell);
        return DeclareAsync(command, language, command.Option("as") ?? name, variable.Value, run);
    }

    private Task SetAsync(MagicCommand command, string language, CellExecution run)
    {
        if (command.Option("name") is not { Length: > 0 } name || command.Option("value") is not { } value)
            throw command.Refused(run.Cell, "Name a variable and its value: #!set --name NAME --value VALUE, or --value @LANGUAGE:VARIABLE.");
        return DeclareAsync(command, language, name, Value(command, value, run.Cell), run);
    }

    private object? Value(MagicCommand command, string value, CellSource cell)
    {
        if (value.StartsWith('@'))
        {
            string[] parts = value[1..].Split(':', 2);
            return parts.Length == 2
                ? languages.Variable(parts[0], parts[1], command, cell).Value
                : languages.Variable(MagicCatalog.Value, parts[0], command, cell).Value;
        }

        try
        {
            return ValueLanguage.Typed(value, command.Option("mime-type"));
        }
        catch (System.Text.Json.JsonException error)
        {
            throw command.Refused(cell, $"The value is not JSON: {error.Message}");
        }
    }

    private async Task DeclareAsync(MagicCommand command, string language, string name, object? value, CellExecution run)
    {
        try
        {
            await languages.Get(language).DeclareAsync(name, value, run);
        }
        catch (NotSupportedException error)
        {
            throw command.Refused(run.Cell, error.Message);
        }
    }

    private async Task ImportAsync(MagicCommand command, CellExecution run)
    {
        if (++_imports > MaxImports)
            throw command.Refused(run.Cell, $"Files import each other more than {MaxImports} deep.");
        try
        {
            foreach (CellSource part in await _import.ReadAsync(command, run))
                await execute(part, run);
        }
        finally
        {
            _imports--;
        }
    }
}
