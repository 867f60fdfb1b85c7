using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Words for what is wrong with a cell's text: cell, line, column, the line itself and a caret.</summary>
internal static class CompilationReport
{
    /// <summary>What the C# compiler found, in the order of the text; a file that the cell loads is named instead of the cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="hint">What to write instead, once for each such thing; null for none.</param>
    public static CellError Of(CellSource cell, ImmutableArray<Diagnostic> diagnostics, Func<Diagnostic, string?>? hint = null)
    {
        CompilationMistake[] mistakes =
        [
            .. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
                .OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => new CompilationMistake(
                    d.Location.GetLineSpan().StartLinePosition,
                    $"error {d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}",
                    IsLoaded(cell, d) ? d.Location.SourceTree : null,
                    hint?.Invoke(d))),
        ];
        return Of(cell, mistakes);
    }

    /// <summary>One mistake at one place.</summary>
    public static CellError Of(CellSource cell, LinePosition start, string message) => Of(cell, [new CompilationMistake(start, message)]);

    /// <summary>Errors in the order in which they are reported; at least one.</summary>
    public static CellError Of(CellSource cell, IReadOnlyList<CompilationMistake> mistakes)
    {
        CompilationMistake first = mistakes[0];
        bool isHere = first.File is null;
        return new CellError(
            CellError.Compilation,
            first.Message,
            isHere ? first.Start.Line + 1 : null,
            isHere ? first.Start.Character + 1 : null,
            [.. mistakes.Select(Once).SelectMany(mistake => Explain(cell, mistake))]);

        CompilationMistake Once(CompilationMistake mistake, int place) =>
            mistakes.Take(place).Any(earlier => earlier.Hint == mistake.Hint) ? mistake with { Hint = null } : mistake;
    }

    private static bool IsLoaded(CellSource cell, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { FilePath.Length: > 0 } tree && tree.FilePath != cell.Name;

    private static IEnumerable<string> Explain(CellSource cell, CompilationMistake mistake)
    {
        LinePosition start = mistake.Start;
        string place = mistake.File is { } file ? Path.GetFileName(file.FilePath) : cell.Name;
        yield return string.Create(CultureInfo.InvariantCulture, $"{place}, line {start.Line + 1}, column {start.Character + 1}: {mistake.Message}");
        string[] lines = (mistake.File?.ToString() ?? cell.Code).Split('\n');
        if (start.Line >= lines.Length)
            yield break;

        string line = lines[start.Line].TrimEnd('\r');
        int before = Math.Min(start.Character, line.Length);
        yield return "    " + line;
        yield return "    " + string.Concat(line[..before].Select(c => c == '\t' ? '\t' : ' ')) + "^";
        if (mistake.Hint is { } hint)
            yield return "hint: " + hint;
    }
}

/// <summary>A cell does not compile.</summary>
internal sealed class CompilationException(CellError error) : Exception(error.Message)
{
    public CellError Error { get; } = error;
}

/// <summary>Something that a compiler refuses.</summary>
/// <param name="Start">Where, counted from 0.</param>
/// <param name="Message">Why.</param>
/// <param name="File">The loaded file that holds it; null for the cell.</param>
/// <param name="Hint">What to write instead; null where there is nothing to say.</param>
internal sealed record CompilationMistake(LinePosition Start, string Message, SyntaxTree? File = null, string? Hint = null);
