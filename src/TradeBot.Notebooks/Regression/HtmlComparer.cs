using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TradeBot.Notebooks;

/// <summary>Compares HTML and SVG by parsed structure: the order of attributes, blanks and the names of ids are ignored.</summary>
internal sealed class HtmlComparer
{
    private readonly Tolerance _tolerance;
    private readonly HtmlIds _before;
    private readonly HtmlIds _after;
    private int _tables;

    private HtmlComparer(Tolerance tolerance, HtmlIds before, HtmlIds after)
    {
        _tolerance = tolerance;
        _before = before;
        _after = after;
    }

    public static IReadOnlyList<Difference> Compare(string recorded, string actual, Tolerance tolerance)
    {
        if (recorded == actual)
            return [];
        var parser = new HtmlParser();
        IElement before = parser.ParseDocument(recorded).DocumentElement, after = parser.ParseDocument(actual).DocumentElement;
        return [.. new HtmlComparer(tolerance, new HtmlIds(before), new HtmlIds(after)).Children("", before, after)];
    }

    private IEnumerable<Difference> Children(string place, IElement recorded, IElement actual)
    {
        INode[] before = [.. recorded.ChildNodes.Where(Counts)], after = [.. actual.ChildNodes.Where(Counts)];
        if (before.Length != after.Length || !before.Zip(after).All(pair => pair.First.NodeName == pair.Second.NodeName))
        {
            (int same, int sameAtEnd) = Common(before, after);
            string where = place.Length == 0 ? "page" : place;
            yield return new Difference(
                where,
                Outline(before[same..^sameAtEnd]),
                Outline(after[same..^sameAtEnd]),
                before.Length == after.Length ? null : string.Create(CultureInfo.InvariantCulture, $"{before.Length} parts, now {after.Length}"));
            yield break;
        }

        foreach (Difference difference in before.Zip(after).SelectMany(pair => Nodes(place, pair.First, pair.Second)))
            yield return difference;
    }

    private IEnumerable<Difference> Nodes(string place, INode recorded, INode actual)
    {
        if (recorded is not IElement before || actual is not IElement after)
            return TextComparer.Compare(_before.Neutral(recorded.TextContent), _after.Neutral(actual.TextContent), _tolerance).Select(line => line with { Place = place.Length == 0 ? "text" : place });

        string inner = Place(place, before);
        IEnumerable<Difference> attributes = Attributes(inner, before, after);
        return HtmlTable.TryRead(before) is { } table && HtmlTable.TryRead(after) is { } now
            ? attributes.Concat(Tables(table, now))
            : attributes.Concat(Children(inner, before, after));
    }

    private IEnumerable<Difference> Attributes(string place, IElement recorded, IElement actual)
    {
        foreach (string name in recorded.Attributes.Select(a => a.Name).Union(actual.Attributes.Select(a => a.Name)))
        {
            string? before = _before.Attribute(recorded, name), after = _after.Attribute(actual, name);
            bool isSame = before is null || after is null ? before == after : TextComparer.AreSame(before, after, _tolerance);
            if (!isSame)
                yield return new Difference($"{place} @{name}", recorded.GetAttribute(name), actual.GetAttribute(name));
        }
    }

    /// <summary>Columns are matched by their headings, in any order; rows by their order.</summary>
    private IEnumerable<Difference> Tables(HtmlTable recorded, HtmlTable actual)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"table {++_tables}");
        if (recorded.Rows.Count != actual.Rows.Count)
            yield return new Difference($"{place}, rows", recorded.Rows.Count.ToString(CultureInfo.InvariantCulture), actual.Rows.Count.ToString(CultureInfo.InvariantCulture));
        foreach (string missing in recorded.Columns.Except(actual.Columns))
            yield return new Difference($"{place}, column", missing, null);
        foreach (string added in actual.Columns.Except(recorded.Columns))
            yield return new Difference($"{place}, column", null, added);
        if (recorded.Columns.SequenceEqual(actual.Columns) is false && recorded.Columns.Order(StringComparer.Ordinal).SequenceEqual(actual.Columns.Order(StringComparer.Ordinal)))
            yield return new Difference($"{place}, order of columns", string.Join(", ", recorded.Columns), string.Join(", ", actual.Columns));
        foreach (string column in recorded.Columns.Intersect(actual.Columns))
        {
            for (int row = 0; row < Math.Min(recorded.Rows.Count, actual.Rows.Count); row++)
            {
                string where = string.Create(CultureInfo.InvariantCulture, $"{place}, column \"{column}\", row {row + 1}");
                foreach (Difference difference in Cells(where, recorded.Cell(row, column), actual.Cell(row, column)))
                    yield return difference;
            }
        }
    }

    private IEnumerable<Difference> Cells(string place, IElement? recorded, IElement? actual)
    {
        if (recorded is null || actual is null)
            return recorded == actual ? [] : [new Difference(place, recorded?.TextContent, actual?.TextContent)];
        return Attributes(place, recorded, actual).Concat(Children(place, recorded, actual));
    }

    private static (int Start, int End) Common(INode[] before, INode[] after)
    {
        int most = Math.Min(before.Length, after.Length), start = 0, end = 0;
        while (start < most && before[start].NodeName == after[start].NodeName && before[start].TextContent == after[start].TextContent)
            start++;
        while (end < most - start && before[^(end + 1)].NodeName == after[^(end + 1)].NodeName && before[^(end + 1)].TextContent == after[^(end + 1)].TextContent)
            end++;
        return (start, end);
    }

    private static string? Outline(INode[] nodes) => nodes.Length == 0 ? null : string.Join(' ', nodes.Select(node => node is IElement element ? $"<{element.LocalName}> {node.TextContent.Trim()}" : node.TextContent.Trim()));

    private static string Place(string place, IElement element)
    {
        if (element.LocalName is "html" or "head" or "body")
            return place;
        int same = 1;
        for (IElement? before = element.PreviousElementSibling; before is not null; before = before.PreviousElementSibling)
            same += before.LocalName == element.LocalName ? 1 : 0;
        string step = same == 1 ? element.LocalName : string.Create(CultureInfo.InvariantCulture, $"{element.LocalName}[{same}]");
        return place.Length == 0 ? step : $"{place}/{step}";
    }

    private static bool Counts(INode node) => node.NodeType == NodeType.Element || (node.NodeType == NodeType.Text && !string.IsNullOrWhiteSpace(node.TextContent));
}
