using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TradeBot.Notebooks;

/// <summary>Code being typed, analysed as the next cell after all that have run.</summary>
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
