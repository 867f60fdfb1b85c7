using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

/// <summary>The replaced words of the glossary, and the prose in which they are searched.</summary>
internal static partial class GlossaryText
{
    private const string Heading = "## Words that we replace";

    public static string Path => Repository.PathOf("src", "GLOSSARY.md");

    /// <summary>The phrases in the first column of the glossary's last table, in lower case.</summary>
    public static IReadOnlyList<string> Replaced { get; } = ReadReplaced();

    /// <summary>The terms in the first column of all other tables.</summary>
    public static IReadOnlyList<string> Terms { get; } = [.. Rows(File.ReadAllText(Path).Split(Heading)[0]).Select(row => row.First)];

    /// <summary>Finds whole phrases, whatever their case and the white space between their words.</summary>
    public static Regex Pattern { get; } = new(
        @"\b(?:" + string.Join('|', Replaced.OrderByDescending(p => p.Length).Select(p => Regex.Escape(p).Replace(@"\ ", @"\s+"))) + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Documentation, comments and string literals of a C# file, each with its line; code inside documentation is left out.</summary>
    public static IEnumerable<(int Line, string Text)> Prose(string code)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse)).GetRoot();
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia.Concat(token.TrailingTrivia))
            {
                if (trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
                    yield return (LineOf(trivia.GetLocation()), Markup().Replace(Slashes().Replace(trivia.ToFullString(), " "), " "));
                else if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
                    yield return (LineOf(trivia.GetLocation()), trivia.ToString());
            }

            if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken)
                yield return (LineOf(token.GetLocation()), token.ValueText);
        }
    }

    /// <summary>The lines of a Markdown file without code.</summary>
    public static IEnumerable<(int Line, string Text)> Markdown(string text) =>
        Fences().Replace(text, fence => new string('\n', fence.Value.Count(c => c == '\n')))
            .Split('\n')
            .Select((line, i) => (i + 1, Code().Replace(line, " ")));

    /// <summary>The lines of a notebook's Markdown cells without code; the line is that of the cell's text.</summary>
    public static IEnumerable<(int Line, string Text)> Notebook(string text) =>
        from cell in JsonNode.Parse(text)!["cells"]!.AsArray()
        where (string?)cell!["cell_type"] == "markdown"
        let source = cell["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)cell["source"]
        from line in Markdown(source ?? "")
        select line;

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    private static string[] ReadReplaced() =>
        [.. Rows(File.ReadAllText(Path).Split(Heading)[1]).SelectMany(row => row.First.Split(", ")).Select(phrase => phrase.ToLowerInvariant())];

    private static IEnumerable<(string First, string Second)> Rows(string text) =>
        from line in text.Split('\n')
        where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        where cells[1] is not ("term" or "we do not say")
        select (cells[1], cells[2]);

    [GeneratedRegex(@"<c>.*?</c>|<code>.*?</code>|<[^<>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\s*///", RegexOptions.Multiline)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();
}
