using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>Lists what can be written at the cursor: members after a dot, else everything in scope.</summary>
/// <remarks>The code is cut at the cursor and a name put there, so that the parser sees a whole expression.</remarks>
internal sealed class CellCompletion(CSharpSession session)
{
    private const string Placeholder = "placeholder__";
    private const int MaxItems = 1000;

    /// <summary>The content of a complete reply.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="position">The cursor, in code points.</param>
    public JsonObject Answer(string code, int position)
    {
        int cursor = CodePoints.ToIndex(code, position);
        int start = cursor;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;

        CompletionItem[] items = Rank(ItemsAt(code[..start]), code[start..cursor]);
        int from = CodePoints.FromIndex(code, start), to = CodePoints.FromIndex(code, cursor);
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = from,
            ["cursor_end"] = to,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. items.Select(item => (JsonNode)Typed(item, from, to))]) },
        };
    }

    private IEnumerable<CompletionItem> ItemsAt(string before)
    {
        if (before.EndsWith("#!", StringComparison.Ordinal) && (before.Length == 2 || before[^3] == '\n'))
            return MagicCatalog.All.Select(magic => new CompletionItem(magic.Name, "keyword", magic.Usage, Rank: 0));
        CellPart part = CellParts.Of(before, CellLanguage.CSharp)[^1];
        if (part.Language is not (CellLanguage.CSharp or MagicCatalog.Library))
            return before.AsSpan().Count('\n') < part.First ? [] : session.Complete(part.Language, string.Join('\n', before.Split('\n')[part.First..]));
        return IsInertAt(before) ? [] : Items(before);
    }

    /// <summary>True inside comments, strings, numbers and directives.</summary>
    private static bool IsInertAt(string before)
    {
        string line = before[(before.LastIndexOf('\n') + 1)..];
        if (line.StartsWith('#'))
            return true;
        SyntaxNode root = CSharpSyntaxTree.ParseText(before + Placeholder, SubmissionCompiler.ParseOptions).GetRoot();
        return !root.FindToken(before.Length).IsKind(SyntaxKind.IdentifierToken);
    }

    private IEnumerable<CompletionItem> Items(string before)
    {
        CellDraft draft = CellDraft.Of(session, before + Placeholder);
        SyntaxNode node = draft.Root.FindToken(before.Length).Parent!;
        if (node.Parent is QualifiedNameSyntax { Parent: not (UsingDirectiveSyntax or TypeSyntax) })
        {
            // What looks like the type of a declaration is an expression once the statement has its end.
            draft = CellDraft.Of(session, before + Placeholder + ";");
            node = draft.Root.FindToken(before.Length).Parent!;
        }

        return new CompletionScope(draft.Model, before.Length).Items(node);
    }

    private static CompletionItem[] Rank(IEnumerable<CompletionItem> items, string typed) =>
    [
        .. items
            .Where(item => item.Text.Contains(typed, StringComparison.OrdinalIgnoreCase) && !item.Text.Contains(Placeholder, StringComparison.Ordinal))
            .DistinctBy(item => item.Text)
            .OrderByDescending(item => item.Text.StartsWith(typed, StringComparison.Ordinal))
            .ThenByDescending(item => item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .ThenBy(item => item.Rank)
            .ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
            .Take(MaxItems),
    ];

    private static JsonObject Typed(CompletionItem item, int from, int to) => new JsonObject
    {
        ["start"] = from, ["end"] = to, ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature,
    };
}
