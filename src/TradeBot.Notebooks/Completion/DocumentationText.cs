using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace TradeBot.Notebooks;

/// <summary>A symbol's XML documentation as short Markdown, which also reads as plain text.</summary>
internal static partial class DocumentationText
{
    /// <returns>Empty when the symbol has no documentation.</returns>
    public static string Of(ISymbol symbol)
    {
        if (Xml(symbol) is not { } xml)
            return "";
        var text = new StringBuilder();
        Append(text, "", xml.Element("summary"));
        foreach (XElement parameter in xml.Elements("param"))
            Append(text, $"`{(string?)parameter.Attribute("name")}`: ", parameter);
        Append(text, "Returns: ", xml.Element("returns"));
        Append(text, "", xml.Element("remarks"));
        foreach (XElement exception in xml.Elements("exception"))
            Append(text, $"Throws {ShortName((string?)exception.Attribute("cref"))}: ", exception);
        return text.ToString().TrimEnd();
    }

    /// <summary>The documentation, that of an overridden or implemented member where the symbol inherits it.</summary>
    private static XElement? Xml(ISymbol symbol)
    {
        for (ISymbol? at = Documented(symbol); at is not null; at = Inherited(at))
        {
            string? text = at.GetDocumentationCommentXml();
            if (!string.IsNullOrWhiteSpace(text) && Parse(text) is { } xml && xml.Element("inheritdoc") is null)
                return xml;
        }

        return null;
    }

    private static ISymbol Documented(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } => symbol.ContainingType.OriginalDefinition,
        ILocalSymbol local => local.Type.OriginalDefinition,
        IFieldSymbol { ContainingType.IsScriptClass: true } field => field.Type.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        INamedTypeSymbol => null,
        { ContainingType: { } type } => type.AllInterfaces.SelectMany(face => face.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))?.OriginalDefinition,
        _ => null,
    };

    private static XElement? Parse(string text)
    {
        try
        {
            return XElement.Parse(text.TrimStart().StartsWith("<member", StringComparison.Ordinal) ? text : $"<member>{text}</member>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null; // a library's documentation is not ours to repair
        }
    }

    private static void Append(StringBuilder text, string label, XElement? element)
    {
        string body = element is null ? "" : Spaces().Replace(string.Concat(element.Nodes().Select(Inline)), " ").Trim();
        if (body.Length > 0)
            text.Append(label).Append(body.Replace("\u0001", "\n\n", StringComparison.Ordinal)).Append("\n\n");
    }

    private static string Inline(XNode node) => node switch
    {
        XText plain => plain.Value,
        XElement { Name.LocalName: "see" or "seealso" } see => see.Value.Length > 0 ? see.Value : $"`{(string?)see.Attribute("langword") ?? ShortName((string?)see.Attribute("cref"))}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } name => $"`{(string?)name.Attribute("name")}`",
        XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value.Trim()}`",
        XElement { Name.LocalName: "para" or "item" } block => "\u0001" + string.Concat(block.Nodes().Select(Inline)),
        XElement other => string.Concat(other.Nodes().Select(Inline)),
        _ => "",
    };

    /// <summary>The last name of a reference such as <c>M:System.String.Join(System.String)</c>.</summary>
    private static string ShortName(string? reference)
    {
        string name = (reference ?? "").Split('(')[0];
        name = name[(name.LastIndexOf('.') + 1)..];
        return name.Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
