using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>The symbols that fit one place in a draft.</summary>
internal sealed class CompletionScope(SemanticModel model, int position)
{
    private static readonly CompletionItem[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds())
            .Select(SyntaxFacts.GetText)
            .Where(text => text.Length > 1 && char.IsAsciiLetterLower(text[0]))
            .Select(text => new CompletionItem(text, "keyword", "", Rank: 3)),
    ];

    /// <param name="node">The name at the cursor.</param>
    public IEnumerable<CompletionItem> Items(SyntaxNode node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == node => Members(access.Expression),
        MemberBindingExpressionSyntax binding => Members(Receiver(binding)),
        QualifiedNameSyntax qualified when qualified.Right == node => Members(qualified.Left),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Left == node => Settable(initializer),
        InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax } initializer => [.. Settable(initializer), .. InScope()],
        ArgumentSyntax { Parent: BaseArgumentListSyntax list } => [.. ParameterNames(list), .. InScope()],
        _ => InScope(),
    };

    private IEnumerable<CompletionItem> InScope() =>
        [.. Describe(model.LookupSymbols(position)), .. Keywords];

    private IEnumerable<CompletionItem> Members(SyntaxNode? receiver)
    {
        if (receiver is null)
            return [];
        ISymbol? named = model.GetSymbolInfo(receiver).Symbol;
        if (named is INamespaceSymbol space)
            return Describe(model.LookupNamespacesAndTypes(position, space));
        if (named is ITypeSymbol container)
            return Describe(model.LookupStaticMembers(position, container));

        ITypeSymbol? type = model.GetTypeInfo(receiver).Type;
        return type is null or IErrorTypeSymbol
            ? []
            : Describe(model.LookupSymbols(position, type, includeReducedExtensionMethods: true)
                .Where(symbol => !symbol.IsStatic && symbol is not INamedTypeSymbol));
    }

    private static ExpressionSyntax? Receiver(MemberBindingExpressionSyntax binding) =>
        binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression;

    private IEnumerable<CompletionItem> Settable(InitializerExpressionSyntax initializer)
    {
        ITypeSymbol? type = initializer.Parent is null ? null : model.GetTypeInfo(initializer.Parent).Type;
        return type is null or IErrorTypeSymbol
            ? InScope()
            : Describe(model.LookupSymbols(position, type).Where(symbol => symbol is IPropertySymbol { IsStatic: false, IsReadOnly: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false }));
    }

    private IEnumerable<CompletionItem> ParameterNames(BaseArgumentListSyntax list)
    {
        SymbolInfo called = model.GetSymbolInfo(list.Parent!);
        IEnumerable<ISymbol> overloads = called.Symbol is { } one ? [one] : called.CandidateSymbols;
        if (!overloads.Any() && list.Parent is InvocationExpressionSyntax invocation)
            overloads = model.GetMemberGroup(invocation.Expression);
        return overloads.OfType<IMethodSymbol>()
            .SelectMany(method => method.Parameters)
            .Select(parameter => new CompletionItem(parameter.Name + ":", "param", SymbolText.Signature(parameter), Rank: 0));
    }

    private static IEnumerable<CompletionItem> Describe(IEnumerable<ISymbol> symbols) =>
        symbols.Where(symbol => symbol is { CanBeReferencedByName: true, IsImplicitlyDeclared: false } && !symbol.Name.StartsWith('<') && !IsHidden(symbol))
            .GroupBy(symbol => symbol.Name)
            .Select(overloads => Describe(overloads.First(), overloads.Count()));

    private static CompletionItem Describe(ISymbol symbol, int overloads)
    {
        string signature = SymbolText.Signature(symbol);
        string more = overloads > 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (+{overloads - 1})") : "";
        return new CompletionItem(symbol.Name, SymbolText.Kind(symbol), signature + more, Distance(symbol));
    }

    private static int Distance(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => 0,
        INamespaceSymbol => 4,
        ITypeSymbol type => type.Locations.Any(location => location.IsInSource) ? 0 : 2,
        _ => symbol.Locations.Any(location => location.IsInSource) ? 0 : 1,
    };

    /// <summary>Members that their author marked as not for completion.</summary>
    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "EditorBrowsableAttribute" } && attribute.ConstructorArguments is [{ Value: 1 }]);
}
