using System.Text;

namespace TradeBot.Reporting;

public sealed partial class Report
{
    private const int LongValue = 24;
    private static readonly SvgOptions Wide = new() { Standalone = false, CssClass = "tb-wide" };
    private static readonly SvgOptions Narrow = new() { Standalone = false, CssClass = "tb-narrow", Width = 380 };

    /// <summary>The report as a page complete in itself.</summary>
    public string ToHtml() => HtmlPage.Create(Title, Body(new HtmlWriter().Element("h1", Title), narrowToo: true));

    /// <summary>The report as a fragment for a place inside another page, such as a notebook, with its own style.</summary>
    public string ToHtmlFragment()
    {
        var html = new HtmlWriter();
        html.Open("div", "class=tb").Raw("<style>").Raw(PageStyle.Fragment).Raw("</style>").Element("h3", Title);
        html.Raw(Body(new HtmlWriter(), narrowToo: false));
        return html.Close().ToString();
    }

    /// <summary>The report as plain text.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Title).Append('\n').Append('=', Title.Length).Append('\n');
        foreach (ReportBlock block in _blocks)
            text.Append(TextOf(block));
        return text.ToString();
    }

    /// <summary>Writes the report to a file: whole or not at all, even if the program ends meanwhile.</summary>
    /// <param name="path">
    /// Where to; its ending chooses the form: .html, .md, .json or .csv. A file already there is replaced, a missing folder is made.
    /// </param>
    /// <returns>False when the file already held this very content.</returns>
    /// <exception cref="ArgumentException">The ending is another.</exception>
    /// <exception cref="IOException">The file was not written; the old one, where there was one, is unchanged.</exception>
    public bool Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string ending = Path.GetExtension(path);
        string content = ending.ToLowerInvariant() switch
        {
            ".html" or ".htm" => ToHtml(),
            ".md" => ToMarkdown(),
            ".json" => ToJson(),
            ".csv" => ToCsv(),
            _ => throw new ArgumentException($"A report is written as .html, .md, .json or .csv, got '{path}'.", nameof(path)),
        };
        return AtomicFile.Write(path, Encoding.UTF8.GetBytes(content));
    }

    private string Body(HtmlWriter html, bool narrowToo)
    {
        for (int i = 0; i < _blocks.Length; i++)
        {
            if (_blocks[i] is FactBlock)
                i = WriteFacts(html, i) - 1;
            else
                WriteBlock(html, _blocks[i], narrowToo);
        }

        return html.ToString();
    }

    private int WriteFacts(HtmlWriter html, int start)
    {
        html.Open("dl", "class=tb-facts");
        int i = start;
        for (; i < _blocks.Length && _blocks[i] is FactBlock fact; i++)
        {
            html.Open("div", fact.Tone switch { FactTone.Good => "class=good", FactTone.Bad => "class=bad", _ => "" });
            html.Element("dt", fact.Name).Element("dd", fact.Value, fact.Value.Length > LongValue ? "class=long" : "");
            if (fact.Note.Length > 0)
                html.Element("dd", fact.Note, "class=note");
            html.Close();
        }

        html.Close();
        return i;
    }

    private static void WriteBlock(HtmlWriter html, ReportBlock block, bool narrowToo)
    {
        switch (block)
        {
            case SectionBlock section:
                html.Element(section.Level == 2 ? "h2" : "h3", section.Title).Raw("\n");
                break;
            case ProseBlock prose:
                html.Element("p", prose.Text).Raw("\n");
                break;
            case WarningBlock warning:
                html.Open("p", "class=tb-warning", "role=note").Element("strong", "Warning: ").Text(warning.Text).Close();
                break;
            case ChartBlock { Chart: var chart }:
                WriteChart(html, chart.ToSvg, narrowToo);
                break;
            case GridBlock { Grid: var grid }:
                WriteChart(html, grid.ToSvg, narrowToo);
                break;
            case TableBlock { Folded.Length: > 0 } folded:
                html.Open("details").Element("summary", folded.Folded);
                folded.Table.WriteHtml(html);
                html.Close();
                break;
            case TableBlock table:
                table.Table.WriteHtml(html);
                break;
            default:
                throw new NotSupportedException($"No HTML for {block.GetType().Name}.");
        }
    }

    private static void WriteChart(HtmlWriter html, Func<SvgOptions?, string> draw, bool narrowToo)
    {
        html.Open("figure", "class=tb-figure").Raw(draw(narrowToo ? Wide : Wide with { CssClass = "" }));
        if (narrowToo)
            html.Raw(draw(Narrow));
        html.Close();
    }

    private static string TextOf(ReportBlock block) => block switch
    {
        SectionBlock section => $"\n{section.Title}\n{new string('-', section.Title.Length)}\n",
        ProseBlock prose => prose.Text + "\n",
        WarningBlock warning => $"Warning: {warning.Text}\n",
        FactBlock fact => $"{fact.Name}: {fact.Value}{(fact.Note.Length > 0 ? $" ({fact.Note})" : "")}\n",
        ChartBlock chart => "\n" + chart.Chart.ToText(),
        GridBlock charts => "\n" + charts.Grid.ToText(),
        TableBlock table => "\n" + table.Table.ToText(),
        _ => throw new NotSupportedException($"No text for {block.GetType().Name}."),
    };
}
