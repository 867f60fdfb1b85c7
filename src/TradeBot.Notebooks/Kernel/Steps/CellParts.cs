using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>Splits a cell's text where a line at column 0 begins with <c>#!</c>, or its first line with <c>%%</c>.</summary>
/// <remarks>Such a line inside a C# string or comment is text like any other.</remarks>
internal static class CellParts
{
    private const string Mark = "#!";
    private const string LibraryMark = "%%";

    /// <summary>The parts in order; unknown magics are parts too.</summary>
    public static IReadOnlyList<CellPart> Of(string code, string language)
    {
        if (code.StartsWith(LibraryMark, StringComparison.Ordinal))
            return Library(code);
        if (!code.Contains(Mark, StringComparison.Ordinal))
            return [new CellPart(language, null, -1, 0, LineCount(code))];

        string[] lines = code.Split('\n');
        var parts = new List<CellPart>();
        var open = new CellPart(language, null, -1, 0, 0);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Mark, StringComparison.Ordinal) || IsInsideText(open, lines, i))
                continue;
            parts.Add(open with { End = i });
            var magic = new CellPart(open.Language, lines[i][Mark.Length..].Trim(), i, i + 1, i + 1);
            if (MagicCatalog.Find(magic.Name) is { IsLanguage: true } found)
            {
                open = magic with { Language = found.Name };
            }
            else
            {
                parts.Add(magic);
                open = new CellPart(open.Language, null, -1, i + 1, 0);
            }
        }

        parts.Add(open with { End = lines.Length });
        return parts;
    }

    /// <summary>The code with everything that is not C# for the compiler blanked, so that positions stay.</summary>
    public static string Blank(string code)
    {
        string[] lines = code.Split('\n');
        var kept = Of(code, CellLanguage.CSharp).Where(part => part.Language is CellLanguage.CSharp or MagicCatalog.Library).ToArray();
        for (int i = 0; i < lines.Length; i++)
        {
            if (IsForTheCompiler(lines[i]) && Array.Exists(kept, part => i >= part.First && i < part.End))
                continue;
            lines[i] = new string(' ', lines[i].Length);
        }

        return string.Join('\n', lines);
    }

    private static CellPart[] Library(string code)
    {
        int end = code.IndexOf('\n', StringComparison.Ordinal);
        string word = (end < 0 ? code : code[..end])[LibraryMark.Length..].Trim();
        return [new CellPart(MagicCatalog.Library, word, 0, 1, LineCount(code))];
    }

    /// <summary>Directives load things, and looking at code must not.</summary>
    private static bool IsForTheCompiler(string line) =>
        !line.StartsWith("#r", StringComparison.Ordinal) && !line.StartsWith("#i ", StringComparison.Ordinal) && !line.StartsWith("#load", StringComparison.Ordinal);

    private static bool IsInsideText(CellPart open, string[] lines, int line)
    {
        if (open.Language != CellLanguage.CSharp || line == open.First)
            return false;
        string before = string.Join('\n', lines[open.First..line]) + "\n";
        return CSharpSyntaxTree.ParseText(before, SubmissionCompiler.ParseOptions).GetDiagnostics()
            .Any(diagnostic => diagnostic.Id is "CS8997" or "CS1039" or "CS1035"); // a raw string, a verbatim string, a comment without end
    }

    private static int LineCount(string code) => code.AsSpan().Count('\n') + 1;
}

/// <summary>A run of lines that belong together: a magic alone, or text in one language with the magic that opened it.</summary>
/// <param name="Language">The language of the text, or in which the magic stands.</param>
/// <param name="Word">The name after <c>#!</c> or <c>%%</c> as written, with its words; null for text at the cell's begin.</param>
/// <param name="MagicLine">Where the magic stands, from 0.</param>
/// <param name="First">The first line of the text, from 0.</param>
/// <param name="End">The line after the last.</param>
internal readonly record struct CellPart(string Language, string? Word, int MagicLine, int First, int End)
{
    public string Name => Word!.Split((char[]?)null, 2)[0];

    public string Words => Word!.Split((char[]?)null, 2) is [_, string words] ? words : "";
}
