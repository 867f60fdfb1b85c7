using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using TradeBot.MarketData;

namespace TradeBot.Reporting.Tests.Reports;

public class ReportTests
{
    private static readonly Report Sample = Report.Titled("EMA cross on <script>alert(1)</script>")
        .Fact("Net profit", "12.3%", "after fees", FactTone.Good)
        .Fact("Data", "sha256 0123456789abcdef0123456789abcdef")
        .Warning("Trades on the close just seen.")
        .Section("Equity")
        .Prose("One line < another.")
        .Chart(Chart.Line(Samples.Days(50), Samples.Ramp(50), "Equity").WithTitle("Equity"))
        .FoldedTable("All fills", Table.OfFacts([("a", "b")]));

    [Fact]
    public void The_page_loads_nothing_and_runs_nothing()
    {
        string html = Sample.ToHtml();
        IDocument page = new HtmlParser().ParseDocument(html);

        Assert.DoesNotContain("http:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("script, link, iframe, object, embed, [src], [href], [onload]"));
        Assert.Equal(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
    }

    [Fact]
    public void The_page_holds_its_parts_in_order_as_text()
    {
        IDocument page = new HtmlParser().ParseDocument(Sample.ToHtml());

        Assert.Equal("EMA cross on <script>alert(1)</script>", page.Title);
        Assert.Equal("EMA cross on <script>alert(1)</script>", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Net profit", "Data"], page.QuerySelectorAll("dl.tb-facts dt").Select(d => d.TextContent));
        Assert.Contains("Trades on the close", page.QuerySelector(".tb-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("One line < another.", page.QuerySelector("h2 + p")!.TextContent);
        Assert.Equal("All fills", page.QuerySelector("details > summary")!.TextContent);
    }

    [Fact]
    public void A_chart_comes_wide_and_narrow() =>
        Assert.Equal(
            ["tb-chart tb-wide", "tb-chart tb-narrow"],
            new HtmlParser().ParseDocument(Sample.ToHtml()).QuerySelectorAll("figure > svg").Select(s => s.GetAttribute("class")));

    [Fact]
    public void The_headline_stands_under_the_title_and_feet_at_the_end_once()
    {
        Report report = Report.Titled("A").Foot("Data, SHA-256", "0ff1ce").Headline("Luck <b>.", FactTone.Bad).Section("One").Append(Report.Titled("B").Foot("Data, SHA-256", "0ff1ce").Prose("last"));
        IDocument page = new HtmlParser().ParseDocument(report.ToHtml());
        IElement main = page.QuerySelector("main")!;

        Assert.Equal(["h1", "p", "h2", "h2", "p", "dl"], main.Children.Select(part => part.LocalName));
        Assert.Equal(("Luck <b>.", "tb-verdict bad"), (main.Children[1].TextContent, main.Children[1].ClassName));
        Assert.Equal("0ff1ce", Assert.Single(page.QuerySelectorAll(".tb-foot dd")).TextContent);
        Assert.Equal("A\n=\nLuck <b>.\n\nOne\n---\n\nB\n-\nlast\nData, SHA-256: 0ff1ce\n", report.ToText());
        Assert.EndsWith("last\n\nData, SHA-256: 0ff1ce\n", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("\n**Luck \\<b\\>.**\n", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.EndsWith(",,\"Data, SHA-256\",value,0ff1ce\n", report.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_are_listed_beside_the_page_and_under_a_fold_with_links_that_lead_to_them()
    {
        Report report = Report.Titled("A").Prose("first").Section("One").Subsection("Part").Section("Two <").Section("Three");
        IDocument page = new HtmlParser().ParseDocument(report.ToHtml());

        foreach (string list in (string[])["nav.tb-contents", "details.tb-fold"])
        {
            Assert.Equal(["One", "Two <", "Three"], page.QuerySelectorAll($"{list} a").Select(a => a.TextContent));
            Assert.Equal(["One", "Two <", "Three"], page.QuerySelectorAll($"{list} a").Select(a => page.QuerySelector(a.GetAttribute("href")!)!.TextContent));
        }

        Assert.Equal(["h1", "p", "details", "h2"], page.QuerySelector("main")!.Children.Take(4).Select(part => part.LocalName));
        Assert.Null(new HtmlParser().ParseDocument(Sample.ToHtml()).QuerySelector("nav, .tb-fold"));
        Assert.DoesNotContain(" id=", report.ToHtmlFragment(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes() => Assert.Equal(Sample.ToHtml(), Sample.ToHtml());

    [Fact]
    public void A_fragment_is_no_page_and_keeps_its_style_to_itself()
    {
        string fragment = Sample.ToHtmlFragment();
        IDocument page = new HtmlParser().ParseDocument(fragment);

        Assert.DoesNotContain("<html", fragment, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
        string style = page.QuerySelector("style")!.TextContent;
        Assert.All(Selectors(style), selector => Assert.Contains(".tb", selector, StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("figure > svg"));
    }

    [Fact]
    public void Text_says_the_same()
    {
        string text = Sample.ToText();

        Assert.Contains("Net profit: 12.3% (after fees)\n", text, StringComparison.Ordinal);
        Assert.Contains("\nEquity\n------\nOne line < another.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_replaces_the_file_and_leaves_nothing_beside_it()
    {
        string folder = Directory.CreateTempSubdirectory("report").FullName;
        try
        {
            string path = Path.Combine(folder, "new", "report.html");
            Report.Titled("first").Save(path);
            Sample.Save(path);

            Assert.Equal(Sample.ToHtml(), File.ReadAllText(path));
            Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_candle_report_shows_both_ends_and_every_gap()
    {
        Report report = CandleReport.Create(Samples.Walk(40, Timeframe.OneHour, "BTCUSDT", 20, 21));

        string text = report.ToText();
        Assert.Contains("The first and last 5 of 38 candles.", text, StringComparison.Ordinal);
        Assert.Contains("1 gap, 2 candles missing", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Selectors(string css) => Regex.Replace(css, @"@(media|container) [^{]*\{", "", RegexOptions.ExplicitCapture)
        .Split('}', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(rule => rule.Split('{')[0].Split(','))
        .Where(selector => selector.Trim().Length > 0);
}
