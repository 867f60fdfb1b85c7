using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Words for what is wrong with a cell's text: cell, line, column, the line itself and a caret.</summary>
internal static class CompilationReport
{
    /// <summary>What the compiler found, in the order of the text.</summary>
    public static CellError Of(CellSource cell, ImmutableArray<Diagnostic> diagnostics)
    {
        (LinePosition Start, string Text)[] errors =
        [
            .. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
                .OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => (d.Location.GetLineSpan().StartLinePosition, $"error {d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}")),
        ];
        return Error(errors[0], [.. errors.SelectMany(error => Explain(cell, error.Start, error.Text))]);
    }

    /// <summary>One mistake at one place.</summary>
    public static CellError Of(CellSource cell, LinePosition start, string message) => Error((start, message), [.. Explain(cell, start, message)]);

    private static CellError Error((LinePosition Start, string Text) first, string[] trace) =>
        new(CellError.Compilation, first.Text, first.Start.Line + 1, first.Start.Character + 1, trace);

    private static IEnumerable<string> Explain(CellSource cell, LinePosition start, string message)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{cell.Name}, line {start.Line + 1}, column {start.Character + 1}: {message}");
        string[] lines = cell.Code.Split('\n');
        if (start.Line >= lines.Length)
            yield break;

        string line = lines[start.Line].TrimEnd('\r');
        int before = Math.Min(start.Character, line.Length);
        yield return "    " + line;
        yield return "    " + string.Concat(line[..before].Select(c => c == '\t' ? '\t' : ' ')) + "^";
    }
}
