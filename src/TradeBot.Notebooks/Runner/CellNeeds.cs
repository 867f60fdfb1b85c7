using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>Which cells of a notebook need a project that may not be built, by their tags <c>needs:Project</c>.</summary>
/// <remarks>
/// The project's DLL is the one that a cell of the notebook loads with <c>#r</c>. Where it is not there the cell is left as it is, its recorded
/// outputs included. The notebook's metadata may name the command that builds the project, <c>"tradebot": {"needs": {"Project": "command"}}</c>.
/// </remarks>
internal sealed partial class CellNeeds
{
    private const string Tag = "needs:", Field = "needs";

    private readonly Dictionary<string, string?> _unmet = new(StringComparer.Ordinal);

    private CellNeeds()
    {
    }

    /// <summary>Reads the needs of a notebook.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">Its folder, where <c>#r</c> paths start.</param>
    /// <exception cref="NotebookFormatException">A cell needs a project whose DLL no cell loads.</exception>
    public static CellNeeds Of(NotebookDocument document, string folder)
    {
        var needs = new CellNeeds();
        NotebookCell[] code = [.. document.Cells.Where(cell => cell.Kind == CellKind.Code)];
        foreach (NotebookCell cell in code)
        {
            foreach (string project in Projects(cell).Where(project => !needs._unmet.ContainsKey(project)))
            {
                string reference = code.SelectMany(other => References().Matches(other.Source)).Select(match => match.Groups["path"].Value)
                    .FirstOrDefault(path => string.Equals(Path.GetFileName(path.Replace('\\', '/')), project + ".dll", StringComparison.OrdinalIgnoreCase))
                    ?? throw new NotebookFormatException($"Cell {cell.Number} is tagged \"{Tag}{project}\", but no cell loads {project}.dll: expected a line #r \"path/{project}.dll\".");
                string path = Path.GetFullPath(reference, folder);
                needs._unmet[project] = File.Exists(path) ? null : Reason(document, project, path);
            }
        }

        return needs;
    }

    /// <summary>Why the cell is left out here; null when what it needs is there.</summary>
    public string? Unmet(NotebookCell cell) => Projects(cell).Select(project => _unmet[project]).FirstOrDefault(reason => reason is not null);

    private static IEnumerable<string> Projects(NotebookCell cell) =>
        cell.Tags.Where(tag => tag.StartsWith(Tag, StringComparison.Ordinal)).Select(tag => tag[Tag.Length..]);

    private static string Reason(NotebookDocument document, string project, string path)
    {
        string? command = ((document.Metadata?[NotebookDocument.OwnField] as JsonObject)?[Field] as JsonObject)?[project]?.ToString() ?? BuildCommand.For(path);
        return $"needs {project}, which is not built{(command is null ? $" ({path} is not there)" : $": {command}")}";
    }

    [GeneratedRegex("""^#r\s+"(?<path>[^"\n]+\.dll)"\s*$""", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex References();
}
