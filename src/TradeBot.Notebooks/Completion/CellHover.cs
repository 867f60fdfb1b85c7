using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>Explains the name at the cursor, or between parentheses the method being called.</summary>
internal sealed class CellHover(CSharpSession session)
{
    private const int MaxOverloads = 8;

    /// <summary>The content of an inspect reply.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="position">The cursor, in code points.</param>
    public JsonObject Answer(string code, int position)
    {
        int cursor = CodePoints.ToIndex(code, position);
        ISymbol[] symbols = Find(CellDraft.Of(session, code), cursor);
        var data = new JsonObject();
        if (symbols.Length > 0)
        {
            string signatures = string.Join('\n', symbols.Take(MaxOverloads).Select(SymbolText.Signature));
            string documentation = DocumentationText.Of(symbols[0]);
            data[MimeBundle.PlainText] = documentation.Length == 0 ? signatures : $"{signatures}\n\n{documentation}";
            data["text/markdown"] = $"```csharp\n{signatures}\n```\n\n{documentation}".TrimEnd();
        }

        return new JsonObject { ["status"] = "ok", ["found"] = symbols.Length > 0, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private static ISymbol[] Find(CellDraft draft, int cursor)
    {
        foreach (int at in (int[])[cursor, cursor - 1])
        {
            if (at < 0 || at >= draft.Root.FullSpan.End)
                continue;
            SyntaxToken token = draft.Root.FindToken(at);
            if (token.Span.Contains(at) && IsName(token) && Symbols(draft.Model, token.Parent!) is { Length: > 0 } named)
                return named;
        }

        int inside = Math.Clamp(cursor - 1, 0, Math.Max(draft.Root.FullSpan.End - 1, 0));
        BaseArgumentListSyntax? arguments = draft.Root.FindToken(inside).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(list => list.SpanStart < cursor);
        return arguments?.Parent is { } call ? Symbols(draft.Model, call) : [];
    }

    private static bool IsName(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind()) || token.IsKind(SyntaxKind.ThisKeyword);

    private static ISymbol[] Symbols(SemanticModel model, SyntaxNode node)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        SymbolInfo info = model.GetSymbolInfo(node);
        if (info.Symbol is { } symbol)
            return [symbol];
        if (info.CandidateSymbols.Length > 0)
            return [.. info.CandidateSymbols];
        SyntaxNode group = node is InvocationExpressionSyntax invocation ? invocation.Expression : node;
        return [.. model.GetMemberGroup(group)];
    }
}
