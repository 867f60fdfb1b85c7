using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>The columns of a table by their headings.</summary>
internal static class TableHeadings
{
    /// <summary>Where each column stands, under a name of its own: headings may be the same, or empty.</summary>
    public static Dictionary<string, int> Index(IEnumerable<string> headings)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string heading in headings)
        {
            string unique = heading;
            for (int i = 2; !indices.TryAdd(unique, indices.Count); i++)
                unique = string.Create(CultureInfo.InvariantCulture, $"{heading} ({i})");
        }

        return indices;
    }
}
