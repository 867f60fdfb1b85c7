using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace TradeBot.Notebooks;

/// <summary>The ids of a page under names that only tell their order, and attributes without what carries no meaning.</summary>
internal sealed partial class HtmlIds
{
    private static readonly string[] Holders = ["id", "for", "name", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public HtmlIds(IElement root)
    {
        foreach (IElement element in root.QuerySelectorAll("[id]"))
            _names.TryAdd(element.Id!, string.Create(CultureInfo.InvariantCulture, $"id{_names.Count + 1}"));
    }

    /// <returns>Null where the element has no such attribute.</returns>
    public string? Attribute(IElement element, string name)
    {
        if (element.GetAttribute(name) is not { } value)
            return null;
        if (Holders.Contains(name))
            return string.Join(' ', Words(value).Select(word => _names.GetValueOrDefault(word, word)));
        return name switch
        {
            "class" => string.Join(' ', Words(value).Order(StringComparer.Ordinal)),
            "style" => string.Join("; ", value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)),
            "d" or "points" or "viewbox" or "viewBox" or "transform" => Figures().Replace(value.Replace(',', ' '), match => $" {match.Value}{(char.IsLetter(match.Value[0]) ? " " : "")}"),
            _ => Neutral(value),
        };
    }

    /// <summary>Text in which ids stand as <c>#id</c> or in quotes, as links, styles and scripts name them.</summary>
    public string Neutral(string text) =>
        _names.Count == 0 ? text : Reference().Replace(text, match => match.Groups["mark"].Value + _names.GetValueOrDefault(match.Groups["id"].Value, match.Groups["id"].Value));

    private static string[] Words(string value) => value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The letters and signs of a drawing's figures, which need no blank between them.</summary>
    [GeneratedRegex("(?<![a-zA-Z])[a-zA-Z](?=[\\s\\d.+-]|$)(?<!\\d[eE])|(?<![eE])[+-]", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex("(?<mark>[#'\"])(?<id>[\\w.:-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
