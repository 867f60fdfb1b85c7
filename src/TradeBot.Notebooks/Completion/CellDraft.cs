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
}
