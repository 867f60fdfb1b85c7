using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace TradeBot.Cli.Tests;

/// <summary>A page with all that pages can hold, as a reader's browser shows it.</summary>
public sealed class NotebookPageInBrowserTests : IDisposable
{
    private const string Picture = "<svg viewBox=\"0 0 960 400\" width=\"960\" height=\"400\"><title>Price</title><path d=\"M0 0L960 400\" stroke=\"#0072b2\" stroke-width=\"9\"/></svg>";

    private const string Chart = """
        {"data": [{"type": "candlestick", "x": ["2024-01-01", "2024-01-02", "2024-01-03"], "open": [1, 2, 3], "high": [4, 5, 6], "low": [0, 1, 2], "close": [2, 1, 5]},
                  {"type": "scatter", "mode": "lines", "x": ["2024-01-01", "2024-01-02", "2024-01-03"], "y": [1, 5, 2]}],
         "layout": {"title": {"text": "Price"}, "height": 320, "xaxis": {"rangeslider": {"visible": false}}}}
        """;

    private const string Heatmap = """{"data": [{"type": "heatmap", "z": [[1, 2], [3, 4]]}], "layout": {"title": {"text": "Price"}}}""";

    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Charts_are_drawn_without_a_request_or_a_message()
    {
        await using BrowserPage browser = await OpenAsync();
        await browser.DrawChartsAsync();

        Assert.Equal(1, await browser.Page.Locator(".chart-live").CountAsync());
        Assert.InRange(await browser.InkAsync(browser.Page.Locator(".chart-live")), 2000, int.MaxValue);
        Assert.Equal("False True", await VisibleAsync(browser, "svg:has(> title)")); // the drawn chart's picture, the heat map's
        Assert.Empty(browser.Requests);
        Assert.Empty(browser.Messages);
    }

    [SkippableFact]
    public async Task Charts_answer_to_the_pointer_and_take_the_reader_s_colours()
    {
        await using BrowserPage browser = await OpenAsync(isDark: true);
        await browser.DrawChartsAsync();
        const string ink = "getComputedStyle(document.querySelector('.chart-live .gtitle')).fill";
        string dark = await browser.Page.EvaluateAsync<string>(ink);

        await browser.Page.Locator(".chart-live").HoverAsync();
        await browser.Page.WaitForSelectorAsync(".chart-live .hoverlayer text");
        await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await browser.UntilAsync($"{ink} !== '{dark}'");

        Assert.Equal("rgb(221, 227, 234)", dark);
        Assert.Equal("rgb(29, 36, 48)", await browser.Page.EvaluateAsync<string>(ink));
        Assert.Empty(browser.Messages);
    }

    [SkippableFact]
    public async Task Without_scripts_pictures_stand_for_charts()
    {
        await using BrowserPage browser = await OpenAsync(runsScripts: false);

        Assert.Equal(0, await browser.Page.Locator(".chart-live").CountAsync());
        Assert.Equal("True True", await VisibleAsync(browser, "svg:has(> title)"));
        Assert.InRange(await browser.InkAsync(browser.Page.Locator("svg[data-chart]")), 1000, int.MaxValue);
        Assert.Empty(browser.Requests);
    }

    [SkippableTheory]
    [InlineData(400)]
    [InlineData(800)]
    [InlineData(1600)]
    public async Task Nothing_is_wider_than_the_window(int width)
    {
        await using BrowserPage browser = await OpenAsync(width);
        await browser.DrawChartsAsync();

        Assert.InRange(await browser.OverflowAsync(width), int.MinValue, 0);
    }

    [SkippableTheory]
    [InlineData(1024)]
    [InlineData(1366)]
    [InlineData(1920)]
    public async Task Contents_stand_beside_the_title_where_there_is_room(int width)
    {
        await using BrowserPage browser = await OpenAsync(width);

        (double Left, double Top, double Right, double Bottom) contents = await browser.BoxAsync("nav"), title = await browser.BoxAsync("h1");
        Assert.True(contents.Right <= title.Left && contents.Top < title.Bottom, $"{contents} is not beside {title}.");
        Assert.False(await browser.Page.Locator("details.contents").IsVisibleAsync());
        Assert.InRange(await browser.OverflowAsync(width), int.MinValue, 0);
    }

    [SkippableTheory]
    [InlineData(400)]
    [InlineData(800)]
    public async Task On_a_phone_the_title_is_first_and_contents_are_folded_under_it(int width)
    {
        await using BrowserPage browser = await OpenAsync(width);

        (double Left, double Top, double Right, double Bottom) contents = await browser.BoxAsync("details.contents"), title = await browser.BoxAsync("h1");
        Assert.False(await browser.Page.Locator("nav").IsVisibleAsync());
        Assert.True(title.Top < 80 && contents.Top >= title.Bottom && contents.Bottom - contents.Top < 60, $"{contents} is not a closed fold under {title}.");
        await browser.Page.Locator("details.contents summary").ClickAsync();
        Assert.Equal(["All kinds", "Second"], (await browser.Page.Locator("details.contents a").AllInnerTextsAsync()));
    }

    [SkippableFact]
    public async Task No_column_of_a_table_with_headings_is_cut_off_on_a_phone()
    {
        string[] names = [.. Enumerable.Range(1, 9).Select(i => $"Column{i}")], cells = [.. Enumerable.Range(1, 9).Select(i => $"12345.{i}")];
        string output = $"<table><thead><tr>{string.Concat(names.Select(n => $"<th>{n}</th>"))}</tr></thead><tbody><tr>{string.Concat(cells.Select(c => $"<td class=\"num\">{c}</td>"))}</tr></tbody></table>";
        string prose = $"# Wide\n\n| {string.Join(" | ", names)} |\n|{string.Concat(names.Select(_ => "---|"))}\n| {string.Join(" | ", cells)} |\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";
        var notebook = new JsonObject { ["cells"] = new JsonArray(Markdown(prose), Code("wide", Output("words", output))), ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 4 };
        await File.WriteAllTextAsync(_folder.PathOf("wide.ipynb"), notebook.ToJsonString(new JsonSerializerOptions()));
        Assert.Equal(0, (await Cli.RunAsync("notebook", "render", _folder.PathOf("wide.ipynb"), "--out", _folder.PathOf("out"))).Code);
        await using BrowserPage browser = await BrowserPage.OpenAsync(_folder.PathOf("out", "wide.html"), 400);

        Assert.Empty(await browser.CutOffAsync(400));
        Assert.Equal(2, await browser.Page.Locator("table.stacks").CountAsync());
        Assert.Equal(2, await browser.Page.Locator("td[data-h=Column9]").CountAsync());
        await browser.Page.SetViewportSizeAsync(1600, 900);
        Assert.True(await browser.Page.Locator("table.stacks th").First.IsVisibleAsync());
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_stands_out_from_its_ground(bool isDark)
    {
        await using BrowserPage browser = await OpenAsync(isDark: isDark);

        Assert.Empty(await browser.FaintAsync());
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Marks_of_a_comparison_stand_out_too(bool isDark)
    {
        string before = Save("before.ipynb", "1.25"), after = Save("after.ipynb", "1.5"), page = _folder.PathOf("c.html");
        Assert.Equal(1, (await Cli.RunAsync("notebook", "compare", before, after, "--out", page)).Code);
        await using BrowserPage browser = await BrowserPage.OpenAsync(page, isDark: isDark);

        Assert.Equal(["1.25", "1.5"], (await browser.Page.Locator("mark").AllInnerTextsAsync()).Distinct());
        Assert.Empty(await browser.FaintAsync());
        Assert.InRange(await browser.OverflowAsync(400), int.MinValue, 0);
        Assert.Empty(browser.Messages);
    }

    [SkippableFact]
    public async Task In_print_pictures_fit_a_page_whole_and_paper_is_white()
    {
        await using BrowserPage browser = await OpenAsync(isDark: true);
        await browser.DrawChartsAsync();
        await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await browser.Page.SetViewportSizeAsync(718, 1047); // A4 without the browser's margins, at 96 dots per inch

        Assert.False(await browser.Page.Locator(".chart-live").IsVisibleAsync());
        Assert.Equal("True True", await VisibleAsync(browser, "svg:has(> title)"));
        Assert.True(await browser.Page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('svg:has(> title)')].every(s => getComputedStyle(s).breakInside === 'avoid' && s.getBoundingClientRect().height < 1047 && s.getBoundingClientRect().right <= 718)"));
        Assert.Equal("rgb(255, 255, 255)", await browser.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [SkippableFact]
    public async Task A_formula_is_set_and_a_table_sorts()
    {
        await using BrowserPage browser = await OpenAsync();

        Assert.True(await browser.Page.EvaluateAsync<bool>("(f => f.children[0].getBoundingClientRect().bottom <= f.children[1].getBoundingClientRect().top)(document.querySelector('mfrac'))"));
        ILocator heading = browser.Page.Locator("table.tb-rows th").First, first = browser.Page.Locator("table.tb-rows tbody tr:visible td").First;
        Assert.Equal("0", await first.InnerTextAsync());
        await heading.ClickAsync();
        await heading.ClickAsync();
        Assert.Equal("29", await first.InnerTextAsync());
        Assert.Empty(browser.Messages);
    }

    [SkippableFact]
    public async Task Diagrams_are_drawn_in_the_reader_s_colours_and_one_that_cannot_be_stays_text()
    {
        await using BrowserPage browser = await OpenAsync(isDark: true);
        await browser.UntilAsync("document.querySelectorAll('.diagram-source').length === 2 && document.querySelectorAll('pre.mermaid[title]').length === 1");

        ILocator drawn = browser.Page.Locator(".diagram:visible .node");
        Assert.Equal(["A", "B", "Fetch", "Train"], (await drawn.AllTextContentsAsync()).Select(text => text.Trim()));
        Assert.Equal(0, await browser.Page.Locator(".diagram-source:visible").CountAsync());
        Assert.Equal("no diagram at all", await browser.Page.Locator("pre.mermaid:visible").InnerTextAsync());
        await browser.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(2, await browser.Page.Locator(".diagram-default:visible").CountAsync());
        Assert.Equal(0, await browser.Page.Locator(".diagram-dark:visible").CountAsync());
        Assert.Empty(browser.Requests);
        Assert.Empty(browser.Messages);
    }

    [SkippableFact]
    public async Task Without_scripts_diagrams_are_their_sources()
    {
        await using BrowserPage browser = await OpenAsync(runsScripts: false);

        Assert.Contains("graph TD; A-->B", await browser.Page.Locator("pre.mermaid").AllInnerTextsAsync());
    }

    [SkippableFact]
    public async Task A_page_is_printed_to_PDF()
    {
        Skip.IfNot(File.Exists("/usr/bin/chromium"), "No browser at /usr/bin/chromium; Debian's package chromium brings it.");

        (int code, string output, string error) = await Cli.RunAsync("notebook", "render", Save("n.ipynb", "1"), "--out", _folder.PathOf("out"), "--pdf");

        Assert.True(code == 0, error);
        Assert.EndsWith(_folder.PathOf("out", "n.pdf") + "\n", output, StringComparison.Ordinal);
        byte[] pdf = File.ReadAllBytes(_folder.PathOf("out", "n.pdf"));
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        Assert.InRange(pdf.Length, 10_000, 3_000_000);
    }

    private static async Task<string> VisibleAsync(BrowserPage browser, string selector) => string.Join(' ', await Task.WhenAll((await browser.Page.Locator(selector).AllAsync()).Select(element => element.IsVisibleAsync())));

    private async Task<BrowserPage> OpenAsync(int width = 1600, bool isDark = false, bool runsScripts = true)
    {
        (int code, _, string error) = await Cli.RunAsync("notebook", "render", Save("all.ipynb", "1.25"), "--out", _folder.PathOf("out"));
        Assert.True(code == 0, error);
        return await BrowserPage.OpenAsync(_folder.PathOf("out", "all.html"), width, isDark, runsScripts);
    }

    private string Save(string name, string figure)
    {
        string rows = string.Concat(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"<tr{(i < 20 ? "" : " hidden")}><td>{i}</td><td>{-i}</td></tr>")));
        string table = $"<table class=\"tb-rows\"><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table><p class=\"tb-more\">… 10 more</p><script>never()</script>";
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray(
                Markdown("# All [kinds](https://example.org)\n\n> quoted\n\nA formula: $\\frac{a}{b} \\unknown$\n\n$$" + string.Join(" + ", Enumerable.Range(0, 60).Select(i => $"x_{{{i}}}")) + "$$\n\n## Second\n\n`code` and a word " + new string('w', 200)),
                Code("// a comment\nvar x = new List<string> { \"text\", $\"{1}\" }; if (true) return 5;", Output(figure, $"<p>Sharpe <b>{figure}</b></p>" + Picture, Chart)),
                Code("heat", Output("words", Picture, Heatmap)),
                Code("rows", Output("words", table)),
                Code("wide", Output("words", $"<table><tr>{string.Concat(Enumerable.Repeat("<td>123456</td>", 60))}</tr></table>")),
                Code("text", Stream("stdout", new string('x', 500) + "\n" + figure), Stream("stderr", "warned"), new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "v", ["traceback"] = new JsonArray("E: v\n   at cell 1") }),
                Code("diagram", Output("words", "<pre class=\"mermaid\">graph TD; A-->B</pre>")),
                Code("no diagram", Output("words", "<pre class=\"mermaid\">no diagram at all</pre>")),
                Markdown("```mermaid\nflowchart LR\n  Fetch --> Train\n```")),
            ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 4,
        };
        File.WriteAllText(_folder.PathOf(name), notebook.ToJsonString(new JsonSerializerOptions()));
        return _folder.PathOf(name);
    }

    private static JsonObject Markdown(string text) => new() { ["cell_type"] = "markdown", ["metadata"] = new JsonObject(), ["source"] = text };

    private static JsonObject Code(string source, params JsonObject[] outputs) =>
        new() { ["cell_type"] = "code", ["execution_count"] = 1, ["metadata"] = new JsonObject(), ["outputs"] = new JsonArray([.. outputs]), ["source"] = source };

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private static JsonObject Output(string text, string html, string? chart = null)
    {
        var data = new JsonObject { ["text/plain"] = text, ["text/html"] = html };
        if (chart is not null)
            data["application/vnd.plotly.v1+json"] = JsonNode.Parse(chart);
        return new JsonObject { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = data };
    }
}
