using System.Globalization;

namespace TradeBot.Notebooks;

/// <summary>The columns of a table by their headings.</summary>
internal static class TableHeadings
{
    /// <summary>The position of each column by a unique name: headings may be equal or empty.</summary>
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
