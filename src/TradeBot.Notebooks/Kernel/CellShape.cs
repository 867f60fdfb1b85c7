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

    /// <summary>True when something that the cell declares may call itself, by however many others.</summary>
    /// <remarks>Such a cell is compiled with a check of the stack in each of its functions, which costs the others too much to have it always.</remarks>
    public static bool MayRecurse(CompilationUnitSyntax root)
    {
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (Declared(node) is not { } name)
                continue;
            if (!uses.TryGetValue(name, out HashSet<string>? used))
                uses[name] = used = new HashSet<string>(StringComparer.Ordinal);
            used.UnionWith(node.DescendantNodes().OfType<SimpleNameSyntax>().Where(use => !IsTarget(node, use)).Select(use => use.Identifier.ValueText));
        }

        return uses.Keys.Any(name => Reaches(name, name, uses, []));
    }

    /// <summary>What a declaration's code is called by: functions by their names, types by theirs for constructors and operators.</summary>
    private static string? Declared(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or IndexerDeclarationSyntax => (node.Parent as BaseTypeDeclarationSyntax)?.Identifier.ValueText,
        VariableDeclaratorSyntax { Initializer.Value: AnonymousFunctionExpressionSyntax } variable => variable.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: SimpleNameSyntax target, Right: AnonymousFunctionExpressionSyntax } => target.Identifier.ValueText,
        _ => null,
    };

    private static bool IsTarget(SyntaxNode node, SimpleNameSyntax use) => node is AssignmentExpressionSyntax assignment && assignment.Left == use;

    private static bool Reaches(string from, string goal, Dictionary<string, HashSet<string>> uses, HashSet<string> seen) =>
        seen.Add(from) && uses.TryGetValue(from, out HashSet<string>? used)
        && (used.Contains(goal) || used.Any(next => Reaches(next, goal, uses, seen)));
}
