using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>Chooses how a cell is compiled.</summary>
internal static class CellShape
{
    /// <summary>Exact lines for cells whose every statement runs once; speed for cells with loops, functions or types.</summary>
    /// <remarks>
    /// Optimised code shares one block per method for failed range and overflow checks, so that an exception from
    /// there no longer knows its line. A cell that only calls libraries gains nothing from optimisation.
    /// </remarks>
    public static OptimizationLevel Level(CompilationUnitSyntax root) =>
        root.DescendantNodes().Any(MayRunOften) ? OptimizationLevel.Release : OptimizationLevel.Debug;

    private static bool MayRunOften(SyntaxNode node) => node
        is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
        or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or LocalFunctionStatementSyntax
        or BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or AccessorDeclarationSyntax or GotoStatementSyntax;
}
