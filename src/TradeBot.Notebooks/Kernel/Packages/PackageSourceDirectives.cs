using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TradeBot.Notebooks;

/// <summary>Lines such as <c>#i "nuget:../packages"</c>, which name one more source of packages and which the compiler does not know.</summary>
internal static partial class PackageSourceDirectives
{
    private const string Name = "i";

    /// <summary>The sources that a cell names, as written, each with its place, and its code with those lines left empty.</summary>
    /// <param name="cell">Whose code it is.</param>
    /// <param name="root">That code, parsed.</param>
    /// <exception cref="CompilationException">A directive names no source.</exception>
    public static (IReadOnlyList<(string Source, LinePosition Place)> Sources, string Code) Take(CellSource cell, CompilationUnitSyntax root)
    {
        if (!root.ContainsDirectives)
            return ([], cell.Code);
        var sources = new List<(string, LinePosition)>();
        string[]? lines = null;
        foreach (BadDirectiveTriviaSyntax directive in root.DescendantTrivia().Select(trivia => trivia.GetStructure()).OfType<BadDirectiveTriviaSyntax>().Where(bad => bad.Identifier.ValueText == Name && bad.IsActive))
        {
            LinePosition place = directive.GetLocation().GetLineSpan().StartLinePosition;
            lines ??= cell.Code.Split('\n');
            Match match = Directive().Match(lines[place.Line]);
            if (!match.Success)
                throw new CompilationException(CompilationReport.Of(cell, place, "#i needs a source of packages in quotes: write #i \"nuget:FOLDER\", the folder relative to the notebook's, or #i \"nuget:https://…/index.json\"."));
            sources.Add((match.Groups["source"].Value, place));
            lines[place.Line] = "";
        }

        return (sources, lines is null ? cell.Code : string.Join('\n', lines));
    }

    [GeneratedRegex("""^\s*#\s*i\s+"nuget:\s*(?<source>[^"]*[^"\s])\s*"\s*(?://.*)?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Directive();
}
