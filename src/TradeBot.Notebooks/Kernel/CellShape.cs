using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>Chooses how a cell is compiled.</summary>
internal static class CellShape
{
    /// <summary>False for cells whose every statement runs once, which are compiled for exact lines; true for loops, functions and types, compiled for speed.</summary>
    /// <remarks>
    /// Optimised code shares one block per method for failed range and overflow checks, so that an exception from
    /// there no longer knows its line. A cell that only calls libraries gains nothing from optimisation.
    /// </remarks>
    public static bool MayRunOften(CompilationUnitSyntax root) => root.DescendantNodes().Any(IsRepeated);

    private static bool IsRepeated(SyntaxNode node) => node
        is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
        or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or LocalFunctionStatementSyntax
        or BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or AccessorDeclarationSyntax or GotoStatementSyntax;
}
