using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>Code being written, seen as the cell it would be now: after all cells that have run.</summary>
internal sealed class CellDraft
{
    private CellDraft(CSharpCompilation compilation)
    {
        Tree = compilation.SyntaxTrees.Single();
        Root = Tree.GetRoot();
        Model = compilation.GetSemanticModel(Tree);
    }

    public SyntaxTree Tree { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public static CellDraft Of(CSharpSession session, string code) => new(session.Draft(code));

    /// <summary>The code with its directives blanked, so that positions stay and nothing is loaded by looking at it.</summary>
    public static string Blank(string code)
    {
        string[] lines = code.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("#!", StringComparison.Ordinal) || lines[i].StartsWith("#r", StringComparison.Ordinal) || lines[i].StartsWith("#load", StringComparison.Ordinal))
                lines[i] = new string(' ', lines[i].Length);
        }

        return string.Join('\n', lines);
    }
}
