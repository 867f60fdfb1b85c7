using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace TradeBot.Notebooks;

/// <summary>The ids of a page, each used once: where outputs have equal ids, the later ones are renamed with all references to them.</summary>
internal sealed partial class PageIds
{
    private static readonly string[] Holders = ["for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <returns>The id, or it with the next number that is free.</returns>
    public string Claim(string id)
    {
        string free = id;
        for (int i = 2; !_taken.Add(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        return free;
    }

    /// <summary>Claims the ids of a fragment.</summary>
    /// <returns>True when some were renamed.</returns>
    public bool Claim(IElement root)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IElement element in root.QuerySelectorAll("[id]"))
        {
            string id = element.Id!, free = renamed.GetValueOrDefault(id) ?? Claim(id);
            if (free == id)
                continue;
            renamed[id] = free;
            element.Id = free;
        }

        if (renamed.Count > 0)
            Follow(root, renamed);
        return renamed.Count > 0;
    }

    private static void Follow(IElement root, Dictionary<string, string> renamed)
    {
        string Renamed(string id) => renamed.GetValueOrDefault(id, id);
        foreach (IElement element in root.QuerySelectorAll("*"))
        {
            foreach (IAttr attribute in element.Attributes)
            {
                if (Holders.Contains(attribute.LocalName))
                    attribute.Value = string.Join(' ', attribute.Value.Split(' ').Select(Renamed));
                else if (attribute.LocalName != "id" && attribute.Value.Contains('#', StringComparison.Ordinal))
                    attribute.Value = Reference().Replace(attribute.Value, match => "#" + Renamed(match.Groups["id"].Value));
            }

            if (element.LocalName == "style")
                element.TextContent = Reference().Replace(element.TextContent, match => "#" + Renamed(match.Groups["id"].Value));
        }
    }

    [GeneratedRegex(@"(?<![^\s(,'""}>+~])#(?<id>[\w:.-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
