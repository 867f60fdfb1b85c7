using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Words for what the compiler found: cell, line, column, the line itself and a caret.</summary>
internal static class CompilationReport
{
    public static CellError Of(CellSource cell, ImmutableArray<Diagnostic> diagnostics, string? complaint)
    {
        Diagnostic[] errors = [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start)];
        LinePosition start = errors[0].Location.GetLineSpan().StartLinePosition;
        var trace = new List<string>();
        foreach (Diagnostic error in errors)
            Explain(cell, error, trace);
        if (complaint is not null)
            trace.Add(complaint);

        return new CellError(CellError.Compilation, complaint ?? Text(errors[0]), start.Line + 1, start.Character + 1, trace);
    }

    public static CellError UnknownDirective(CellSource cell, int line, string name)
    {
        string message = $"Directive {name} is not known to this kernel; known: #!csharp.";
        string[] trace = [$"{cell.Name}, line {line.ToString(CultureInfo.InvariantCulture)}, column 1: {message}"];
        return new CellError(CellError.Compilation, message, line, 1, trace);
    }

    private static void Explain(CellSource cell, Diagnostic error, List<string> trace)
    {
        LinePosition start = error.Location.GetLineSpan().StartLinePosition;
        trace.Add(string.Create(CultureInfo.InvariantCulture, $"{cell.Name}, line {start.Line + 1}, column {start.Character + 1}: {Text(error)}"));
        string[] lines = cell.Code.Split('\n');
        if (!error.Location.IsInSource || start.Line >= lines.Length)
            return;

        string line = lines[start.Line].TrimEnd('\r');
        int before = Math.Min(start.Character, line.Length);
        string indent = string.Concat(line[..before].Select(c => c == '\t' ? '\t' : ' '));
        trace.Add("    " + line);
        trace.Add("    " + indent + "^");
    }

    private static string Text(Diagnostic error) => $"error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
}
