using AngleSharp.Dom;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;

namespace TradeBot.Notebooks;

/// <summary>Marks tables that are wider than a phone, so that the page's style can show each row as a block of headings and values.</summary>
internal static class StackedTables
{
    private const string Mark = "stacks", Heading = "data-h";
    private const int Phone = 350, Letter = 8, Padding = 22;

    /// <summary>Marks the tables of an output.</summary>
    /// <returns>True when there was one to mark.</returns>
    public static bool Label(IElement root)
    {
        bool isChanged = false;
        foreach (IElement table in root.QuerySelectorAll("table"))
        {
            string[] headings = [.. table.QuerySelectorAll(":scope > thead > tr:last-child > *").Select(cell => cell.TextContent.Trim())];
            IElement[][] rows = [.. table.QuerySelectorAll(":scope > tbody > tr").Select(row => row.Children.ToArray())];
            if (table.QuerySelector($"[{Heading}], td[colspan], td[rowspan], table") is not null || !IsWide(headings, [.. rows.Select(row => row.Select(cell => cell.TextContent).ToArray())]))
                continue;

            table.ClassList.Add(Mark);
            foreach (IElement[] row in rows)
            {
                for (int i = 0; i < row.Length; i++)
                    row[i].SetAttribute(Heading, headings[i]);
            }

            isChanged = true;
        }

        return isChanged;
    }

    /// <summary>Marks the tables of Markdown.</summary>
    /// <param name="document">What is rendered.</param>
    /// <param name="textOf">The words of a cell's paragraph.</param>
    public static void Label(MarkdownDocument document, Func<LeafBlock, string> textOf)
    {
        foreach (Table table in document.Descendants<Table>())
        {
            TableRow[] rows = [.. table.OfType<TableRow>()];
            string[] headings = [.. rows.Where(row => row.IsHeader).TakeLast(1).SelectMany(row => row.OfType<MarkdownCell>()).Select(Text)];
            TableRow[] body = [.. rows.Where(row => !row.IsHeader)];
            if (!IsWide(headings, [.. body.Select(row => row.OfType<MarkdownCell>().Select(Text).ToArray())]))
                continue;

            table.GetAttributes().AddClass(Mark);
            foreach (MarkdownCell[] row in body.Select(row => row.OfType<MarkdownCell>().ToArray()))
            {
                for (int i = 0; i < row.Length; i++)
                    row[i].GetAttributes().AddProperty(Heading, headings[i]);
            }
        }

        string Text(MarkdownCell cell) => string.Join(' ', cell.Descendants<LeafBlock>().Select(textOf));
    }

    // By the longest word of each column, as words wrap and no further.
    private static bool IsWide(string[] headings, string[][] rows)
    {
        if (headings.Length < 2 || rows.Length == 0 || rows.Any(row => row.Length != headings.Length))
            return false;

        int needed = 0;
        for (int i = 0; i < headings.Length; i++)
            needed += Padding + Letter * Math.Max(LongestWord(headings[i]), rows.Max(row => LongestWord(row[i])));
        return needed > Phone;
    }

    private static int LongestWord(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length).DefaultIfEmpty().Max();
}
