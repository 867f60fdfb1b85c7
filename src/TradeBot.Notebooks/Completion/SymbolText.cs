using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>Words for symbols: how they are declared, and which icon stands for them.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword);

    // A cell's variables are fields of a class that the researcher never wrote.
    private static readonly SymbolDisplayFormat OwnFormat = Format.WithMemberOptions(Format.MemberOptions & ~SymbolDisplayMemberOptions.IncludeContainingType);

    public static string Signature(ISymbol symbol) =>
        symbol.ToDisplayString(symbol.ContainingType is { IsScriptClass: true } ? OwnFormat : Format);

    public static string Kind(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IRangeVariableSymbol => "variable",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enummember",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IParameterSymbol => "param",
        IMethodSymbol => "function",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        INamespaceSymbol => "module",
        ITypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        ITypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        ITypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        ITypeSymbol => "class",
        _ => "text",
    };
}
