using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>What to write instead of C# that a cell cannot hold: one line for each such thing.</summary>
/// <remarks>The compiler's words are for whole programs: they name fields and nested classes, which do not appear in the cell.</remarks>
internal static partial class ScriptHint
{
    private const string Library = $"or begin the cell with {LibraryMagic}";
    private const string LibraryMagic = "%%library";

    /// <summary>The hint for one mistake of the compiler's; null where it has none.</summary>
    public static string? Of(Diagnostic diagnostic) => diagnostic.Id switch
    {
        _ when UsingDeclaration(diagnostic) is { } declaration => $"a cell has no `using` declaration: write `using ({declaration}) {{ … }}`, or put the code in a function.",
        _ when RefLocal().IsMatch(Line(diagnostic)) => "a variable at the top of a cell cannot be `ref`: put the code in a function, or in braces { … }.",
        "CS8345" => "a variable at the top of a cell cannot be a Span or another ref struct: put the code in a function, or in braces { … }, or keep an array or Memory<T>.",
        "CS7021" => $"a cell has no `namespace`: leave it out, {Library}.",
        "CS1109" or "CS1106" => $"write an extension method at the top of the cell, outside a class, {Library}.",
        "CS9283" => $"a cell has no `extension` block: write extension methods at the top of the cell, outside a class, {Library}.",
        "CS9054" => $"a cell has no `file` types: leave `file` out, {Library}.",
        "CS7026" => $"attributes of an assembly have no place in a cell: begin the cell with {LibraryMagic}.",
        "CS7020" => "`yield` needs a function around it that returns IEnumerable<T>.",
        "CS7010" => Quoted(Line(diagnostic)),
        _ => null,
    };

    /// <summary>The hint for a directive whose file or package stands without quotes.</summary>
    /// <param name="line">Such as <c>#r nuget:Name,1.0</c>.</param>
    public static string? Quoted(string line) => Directive().Match(line) is { Success: true } directive
        ? $"put quotes around it: {directive.Groups["name"].Value} \"{directive.Groups["file"].Value.Trim('"', '\'')}\""
        : null;

    private static string Line(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.GetText() is { } text
        ? text.Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).ToString()
        : "";

    /// <summary>The declaration of a <c>using var x = …;</c> in which a mistake is: a script's parser takes it for a directive and a statement.</summary>
    private static string? UsingDeclaration(Diagnostic diagnostic)
    {
        if (!IsAtTop(diagnostic) || Using().Match(Line(diagnostic)) is not { Success: true } found)
            return null;
        string value = found.Groups["end"].Success ? found.Groups["value"].Value.Trim() : "…";
        return $"{found.Groups["name"].Value} = {value}";
    }

    private static bool IsAtTop(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot().FindToken(diagnostic.Location.SourceSpan.Start).Parent is not { } node
        || !node.AncestorsAndSelf().Any(owner => owner is BlockSyntax or BaseTypeDeclarationSyntax or AnonymousFunctionExpressionSyntax);

    [GeneratedRegex(@"\busing\s+(?<name>[\w.<>\[\],?]+\s+\w+)\s*=\s*(?<value>[^;]*)(?<end>;)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();

    [GeneratedRegex(@"^\s*(scoped\s+)?ref\s+(readonly\s+)?[\w<>\[\],.?]+\s+\w+\s*=\s*ref\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RefLocal();

    [GeneratedRegex(@"^\s*(?<name>#(r|load))\s+(?<file>\S.*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();
}
