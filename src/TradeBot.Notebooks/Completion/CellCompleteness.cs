using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>Answers a console whether Enter should run the code or start another line.</summary>
internal static class CellCompleteness
{
    private const int Indent = 4;

    /// <summary>The content of a reply: complete, incomplete with the next line's indent, or invalid.</summary>
    public static JsonObject Answer(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(CellParts.Blank(code), SubmissionCompiler.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new JsonObject { ["status"] = "incomplete", ["indent"] = new string(' ', Math.Max(Depth(tree), 0) * Indent) };
        bool isInvalid = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new JsonObject { ["status"] = isInvalid ? "invalid" : "complete" };
    }

    private static int Depth(SyntaxTree tree) => tree.GetRoot().DescendantTokens().Sum(token =>
        token.IsMissing ? 0
        : token.IsKind(SyntaxKind.OpenBraceToken) ? 1
        : token.IsKind(SyntaxKind.CloseBraceToken) ? -1
        : 0);
}
