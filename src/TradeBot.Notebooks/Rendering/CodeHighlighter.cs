using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>Marks keywords, types, literals and comments of C# source for a style sheet.</summary>
internal static class CodeHighlighter
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <returns>The source as safe HTML, every character in its place.</returns>
    public static string Html(string code)
    {
        var html = new StringBuilder(code.Length * 2);
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(code, ParseOptions).GetRoot().DescendantTokens())
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia)
                Append(html, trivia.ToFullString(), ClassOf(trivia));
            Append(html, token.Text, ClassOf(token));
            foreach (SyntaxTrivia trivia in token.TrailingTrivia)
                Append(html, trivia.ToFullString(), ClassOf(trivia));
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, string text, char? style)
    {
        if (text.Length == 0)
            return;
        if (style is { } name)
            html.Append("<span class=\"").Append(name).Append("\">").Append(HtmlText.Encode(text)).Append("</span>");
        else
            html.Append(HtmlText.Encode(text));
    }

    private static char? ClassOf(SyntaxTrivia trivia)
    {
        if (trivia.IsDirective || trivia.IsKind(SyntaxKind.SkippedTokensTrivia))
            return 'k';
        bool isSpace = trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);
        return isSpace ? null : 'c';
    }

    private static char? ClassOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => 'n',
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringStartToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedRawStringEndToken => 's',
        SyntaxKind.IdentifierToken => ClassOfIdentifier(token),
        _ => token.IsKeyword() || token.IsContextualKeyword() ? 'k' : null,
    };

    private static char? ClassOfIdentifier(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => 'k',
        BaseTypeDeclarationSyntax => 't',
        GenericNameSyntax { Parent: not InvocationExpressionSyntax and not MemberAccessExpressionSyntax } => 't',
        TypeSyntax { Parent: VariableDeclarationSyntax or ObjectCreationExpressionSyntax or ParameterSyntax or TypeArgumentListSyntax or BaseTypeSyntax } => 't',
        _ => null,
    };
}
