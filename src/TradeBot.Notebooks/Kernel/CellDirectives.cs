using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Lines such as <c>#!csharp</c> that speak to the kernel, not to the compiler.</summary>
internal static class CellDirectives
{
    private static readonly string[] CSharpNames = ["#!csharp", "#!c#", "#!C#"];

    /// <summary>The cell's code with its directives emptied, so that line numbers stay.</summary>
    /// <exception cref="CompilationException">A directive is not known.</exception>
    public static string Blank(CellSource cell)
    {
        if (!cell.Code.Contains("#!", StringComparison.Ordinal))
            return cell.Code;

        string[] lines = cell.Code.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("#!", StringComparison.Ordinal))
                continue;
            string name = lines[i].Split(' ', StringSplitOptions.TrimEntries)[0];
            if (!CSharpNames.Contains(name))
                throw new CompilationException(CompilationReport.Of(cell, new LinePosition(i, 0), $"Directive {name} is not known to this kernel; known: #!csharp."));
            lines[i] = "";
        }

        return string.Join('\n', lines);
    }
}
