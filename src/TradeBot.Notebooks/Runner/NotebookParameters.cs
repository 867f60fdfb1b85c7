using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradeBot.Notebooks;

/// <summary>The variables of the cell tagged <c>parameters</c>, and values given for them from outside.</summary>
/// <remarks>
/// Names, and types as far as the source alone tells them, are checked before anything runs; a type that only
/// the compiler knows (<c>var x = Compute();</c>) is checked once the cell has run.
/// </remarks>
internal sealed class NotebookParameters
{
    /// <summary>Marks the cell that declares parameters.</summary>
    public const string Tag = "parameters";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    private NotebookParameters(NotebookCell? cell, bool isEmpty)
    {
        Cell = cell;
        IsEmpty = isEmpty;
    }

    /// <summary>The first cell with the tag; null when there is none.</summary>
    public NotebookCell? Cell { get; }

    /// <summary>True when no value was given.</summary>
    public bool IsEmpty { get; }

    /// <exception cref="NotebookParameterException">A name is not known, or a value does not fit.</exception>
    public static NotebookParameters Check(NotebookDocument document, IReadOnlyDictionary<string, string> values)
    {
        NotebookCell? cell = document.Cells.FirstOrDefault(c => c.Kind == CellKind.Code && c.HasTag(Tag));
        if (values.Count > 0 && cell is null)
            throw new NotebookParameterException($"The notebook takes no parameters: no code cell is tagged \"{Tag}\".");

        Dictionary<string, Type?> declared = cell is null || values.Count == 0 ? [] : Declared(cell.Source);
        foreach ((string name, string value) in values)
        {
            if (!declared.TryGetValue(name, out Type? type))
                throw new NotebookParameterException($"Unknown parameter \"{name}\"{Guess(name, declared.Keys)}; the notebook knows {Known(declared.Keys)}.");
            if (type is not null)
                ParameterValue.Convert(name, value, type);
        }

        return new NotebookParameters(cell, values.Count == 0);
    }

    private static Dictionary<string, Type?> Declared(string source)
    {
        var declared = new Dictionary<string, Type?>(StringComparer.Ordinal);
        CompilationUnitSyntax root = CSharpSyntaxTree.ParseText(source, ParseOptions).GetCompilationUnitRoot();
        foreach (FieldDeclarationSyntax field in root.Members.OfType<FieldDeclarationSyntax>())
        {
            if (field.Modifiers.Any(SyntaxKind.ConstKeyword) || field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
                continue;
            foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                declared[variable.Identifier.ValueText] = TypeOf(field.Declaration.Type, variable.Initializer?.Value);
        }

        return declared;
    }

    private static Type? TypeOf(TypeSyntax declared, ExpressionSyntax? value) => declared.ToString() switch
    {
        "var" => TypeOf(value),
        "string" or "String" => typeof(string),
        "int" or "Int32" => typeof(int),
        "long" or "Int64" => typeof(long),
        "double" or "Double" => typeof(double),
        "decimal" or "Decimal" => typeof(decimal),
        "bool" or "Boolean" => typeof(bool),
        "DateTime" => typeof(DateTime),
        "DateOnly" => typeof(DateOnly),
        "TimeSpan" => typeof(TimeSpan),
        _ => declared switch
        {
            NullableTypeSyntax optional when TypeOf(optional.ElementType, value: null) is { } type => type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type,
            ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }] } array => TypeOf(array.ElementType, value: null)?.MakeArrayType(),
            _ => null,
        },
    };

    private static Type? TypeOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } negative => TypeOf(negative.Operand),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression } => typeof(bool),
        LiteralExpressionSyntax literal => literal.Token.Value?.GetType(),
        InterpolatedStringExpressionSyntax => typeof(string),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "DateTime" } } => typeof(DateTime),
        _ => null,
    };

    private static string Guess(string name, Dictionary<string, Type?>.KeyCollection names) =>
        names.Count > 0 ? $", did you mean \"{NearestName.Of(name, names)}\"" : "";

    private static string Known(Dictionary<string, Type?>.KeyCollection names) => names.Count == 0 ? "none" : string.Join(", ", names);
}

/// <summary>A parameter that the notebook does not know, or a value that does not fit its type.</summary>
public sealed class NotebookParameterException : ArgumentException
{
    /// <param name="message">Names the parameter, and what the notebook accepts.</param>
    public NotebookParameterException(string message)
        : base(message)
    {
    }
}
