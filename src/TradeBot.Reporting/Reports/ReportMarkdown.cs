using System.Text;

namespace TradeBot.Reporting;

/// <summary>Writes the parts of a report as Markdown.</summary>
internal static class ReportMarkdown
{
    /// <summary>The header of a group of facts.</summary>
    public const string FactHeading = "\n| Fact | Value | Note |\n| --- | --- | --- |\n";

    public static string Of(ReportBlock block) => block switch
    {
        SectionBlock section => $"\n{new string('#', section.Level)} {Escape(section.Title)}\n",
        HeadlineBlock headline => $"\n**{Escape(headline.Text)}**\n",
        FootBlock foot => $"\n{Escape(foot.Name)}: {Escape(foot.Value)}\n",
        ProseBlock prose => $"\n{Escape(prose.Text)}\n",
        WarningBlock warning => $"\n> **Warning:** {Escape(warning.Text)}\n",
        FactBlock fact => $"| {Cell(fact.Name)} | {Cell(fact.Value)} | {Cell(fact.Note)} |\n",
        ChartBlock chart => $"\n```text\n{chart.Chart.ToText()}```\n",
        GridBlock charts => $"\n```text\n{charts.Grid.ToText()}```\n",
        TableBlock table => Of(table.Table, table.Folded),
        _ => throw new NotSupportedException($"No Markdown for {block.GetType().Name}."),
    };

    /// <summary>Text with Markdown markup escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Of(Table table, string folded)
    {
        var text = new StringBuilder("\n");
        string caption = table.Caption.Length > 0 ? table.Caption : folded;
        if (caption.Length > 0)
            text.Append("**").Append(Escape(caption)).Append("**\n\n");
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(c => Cell(c.Heading))).Append(" |\n| ");
        text.AppendJoin(" | ", table.Columns.Select(c => c.Alignment == CellAlignment.Right ? "---:" : "---")).Append(" |\n");
        foreach (string[] row in table.Texts())
            text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        foreach (string note in table.Notes())
            text.Append('\n').Append(Escape(note)).Append('\n');
        return text.ToString();
    }

    private static string Cell(string text) => Escape(text.ReplaceLineEndings(" "));
}
