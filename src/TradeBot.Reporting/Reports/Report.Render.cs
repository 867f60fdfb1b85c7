using System.Text;

namespace TradeBot.Reporting;

public sealed partial class Report
{
    private const int LongValue = 24;
    private static readonly SvgOptions Wide = new() { Standalone = false, CssClass = "tb-wide" };
    private static readonly SvgOptions Narrow = new() { Standalone = false, CssClass = "tb-narrow", Width = 380 };

    /// <summary>The report as a self-contained page.</summary>
    public string ToHtml() => HtmlPage.Create(Title, Body(new HtmlWriter().Element("h1", Title), narrowToo: true), Sections());

    /// <summary>The report as a fragment for another page, such as a notebook, with its own style.</summary>
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
        foreach (ReportBlock block in Ordered)
            text.Append(TextOf(block));
        return text.ToString();
    }

    /// <summary>Writes the report to a file, completely or not at all, even if the program ends meanwhile.</summary>
    /// <param name="path">
    /// The file; its extension determines the format: .html, .md, .json or .csv. An existing file is replaced, a missing folder is created.
    /// </param>
    /// <returns>False when the file already had exactly this content.</returns>
    /// <exception cref="ArgumentException">The extension is another.</exception>
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

    // The sections in the list of contents, with their anchors.
    private (string Anchor, string Title)[] Sections()
    {
        const int Fewest = 3;
        (string, string)[] sections = [.. _blocks.OfType<SectionBlock>().Where(section => section.Level == 2).Select((section, i) => (Anchor(i), section.Title))];
        return sections.Length < Fewest ? [] : sections;
    }

    private static string Anchor(int section) => FormattableString.Invariant($"s{section + 1}");

    private string Body(HtmlWriter html, bool narrowToo)
    {
        ReportBlock[] blocks = [.. _blocks.Where(block => block is not FootBlock)];
        (string Anchor, string Title)[] sections = narrowToo ? Sections() : [];
        int section = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is FactBlock)
                i = WriteFacts(html, blocks, i) - 1;
            else if (blocks[i] is SectionBlock { Level: 2 } begun)
                WriteSection(html, begun.Title, sections, section++);
            else
                WriteBlock(html, blocks[i], narrowToo);
        }

        WriteFeet(html);
        return html.ToString();
    }

    // Before the first section is the list that a phone shows instead of the one next to the page.
    private static void WriteSection(HtmlWriter html, string title, (string Anchor, string Title)[] sections, int section)
    {
        if (section == 0 && sections.Length > 0)
            HtmlPage.WriteContents(html.Open("details", "class=tb-fold").Element("summary", "Contents"), sections).Close();
        html.Element("h2", title, sections.Length > 0 ? $"id={Anchor(section)}" : "").Raw("\n");
    }

    private void WriteFeet(HtmlWriter html)
    {
        FootBlock[] feet = [.. _blocks.OfType<FootBlock>()];
        if (feet.Length == 0)
            return;

        html.Open("dl", "class=tb-foot");
        foreach (FootBlock foot in feet)
            html.Element("dt", foot.Name).Element("dd", foot.Value).Raw("\n");
        html.Close();
    }

    private static int WriteFacts(HtmlWriter html, ReportBlock[] blocks, int start)
    {
        html.Open("dl", "class=tb-facts");
        int i = start;
        for (; i < blocks.Length && blocks[i] is FactBlock fact; i++)
        {
            html.Open("div", ClassOf(fact.Tone));
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
                html.Element("h3", section.Title).Raw("\n");
                break;
            case HeadlineBlock headline:
                html.Element("p", headline.Text, $"class={$"tb-verdict {ToneName(headline.Tone)}".TrimEnd()}").Raw("\n");
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

    private static string ClassOf(FactTone tone) => tone == FactTone.Neutral ? "" : "class=" + ToneName(tone);

    private static string ToneName(FactTone tone) => tone switch { FactTone.Good => "good", FactTone.Bad => "bad", _ => "" };

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
        HeadlineBlock headline => headline.Text + "\n",
        FootBlock foot => $"{foot.Name}: {foot.Value}\n",
        WarningBlock warning => $"Warning: {warning.Text}\n",
        FactBlock fact => $"{fact.Name}: {fact.Value}{(fact.Note.Length > 0 ? $" ({fact.Note})" : "")}\n",
        ChartBlock chart => "\n" + chart.Chart.ToText(),
        GridBlock charts => "\n" + charts.Grid.ToText(),
        TableBlock table => "\n" + table.Table.ToText(),
        _ => throw new NotSupportedException($"No text for {block.GetType().Name}."),
    };
}
