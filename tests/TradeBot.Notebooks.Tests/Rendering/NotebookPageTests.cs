using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Rendering;

public class NotebookPageTests
{
    private const string Attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&</pre></code>";

    [Fact]
    public void Data_never_becomes_markup()
    {
        NotebookDocument document = Document(
            Code($"// {Attack}").WithOutputs(
                Data(("text/plain", Attack)),
                Data(("application/json", Attack)),
                Data(("text/markdown", Attack)),
                Data(("image/png", Attack)),
                Data(("image/svg+xml", $"<svg xmlns=\"http://www.w3.org/2000/svg\">{Attack}</svg>")),
                new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Attack },
                new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = Attack, ["traceback"] = new JsonArray(Attack) }));
        JsonObject foreign = Code(Attack);
        foreign["metadata"] = new JsonObject { ["vscode"] = new JsonObject { ["languageId"] = "sql" } };

        foreach (IDocument page in (IDocument[])[Page(document, Attack), Page(Document(foreign), Attack)])
        {
            Assert.Empty(page.QuerySelectorAll("script, [onerror], img:not([src^='data:image/'])"));
            Assert.Equal(Attack, page.Title);
        }

        IDocument first = Page(document, "n");
        Assert.Equal($"// {Attack}", first.QuerySelector("details pre")!.TextContent);
        Assert.Equal(3, first.QuerySelectorAll(".output pre").Count(pre => pre.TextContent == Attack));
    }

    [Fact]
    public void Outputs_of_a_cell_tagged_answer_stand_below_the_first_prose_with_a_link_to_their_cell()
    {
        NotebookDocument document = Document(
            Code("int x = 6;"),
            Markdown("# Title\n\nA question?"),
            Markdown("The method."),
            Code("x * 7", "answer").WithOutputs(Data(("text/html", "<p id=\"sum\">42</p>"), ("text/plain", "42"))),
            Code("notYetRun", "answer"));

        IDocument page = Page(document, "n");

        IElement answer = page.QuerySelectorAll("section.answer").Single();
        Assert.Contains("A question?", answer.PreviousElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The method.", answer.NextElementSibling!.TextContent, StringComparison.Ordinal);
        Assert.Equal("42", answer.QuerySelector(".output")!.TextContent.Trim());
        string target = answer.QuerySelectorAll("a").Single().GetAttribute("href")!;
        Assert.Contains("x * 7", page.QuerySelector(target)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".output p").Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public void A_page_without_an_answer_has_no_section_for_one()
    {
        NotebookDocument document = Document(Markdown("# Title"), Code("1").WithOutputs(Data(("text/plain", "1"))), Code("2", "answer"));

        Assert.Empty(Page(document, "n").QuerySelectorAll("section.answer"));
    }

    [Fact]
    public void The_page_asks_the_network_for_nothing()
    {
        NotebookDocument document = Document(
            Markdown("# One\n\n[a link](https://example.org/page) ![picture](https://example.org/a.png) ![gone](missing.png)\n\n## Two\n\n### Three"),
            Code("1").WithOutputs(Data(("text/plain", "https://example.org"), ("image/png", "iVBORw0KGgo="))));
        string html = NotebookPage.Render(document, "n");
        IDocument page = Parse(html);

        Assert.Empty(page.QuerySelectorAll("link, iframe, object, embed, base, form, script, video, audio"));
        Assert.All(page.QuerySelectorAll("[src], [srcset], [poster]"), element => Assert.StartsWith("data:", element.GetAttribute("src"), StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.OrdinalIgnoreCase);
        string[] contents = ["#h-one", "#h-two", "#h-three"]; // beside the cells, and folded above them where there is no room
        Assert.Equal(
            [.. contents, .. contents, "https://example.org/page", "https://example.org/a.png", "missing.png"],
            page.QuerySelectorAll("[href]").Select(element => element.GetAttribute("href")));
        Assert.StartsWith("default-src 'none';", page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_make_a_list_of_contents_with_unique_anchors()
    {
        IDocument page = Page(Document(Markdown("# Fetch `data`"), Markdown("## Same"), Markdown("## Same")), "name");

        Assert.Equal("Fetch data", page.Title);
        Assert.Equal(["Fetch data", "Same", "Same"], page.QuerySelectorAll("nav a").Select(link => link.TextContent));
        foreach (IElement link in page.QuerySelectorAll("nav a"))
            Assert.Single(page.QuerySelectorAll("h1, h2"), heading => "#" + heading.Id == link.GetAttribute("href"));
        Assert.Equal(3, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void The_richest_form_without_script_is_shown()
    {
        JsonObject json = Data(("text/plain", "flat"));
        json["data"]!["application/json"] = new JsonObject { ["a"] = 1 };
        IDocument page = Page(Document(Code("x").WithOutputs(
            Data(("text/plain", "p"), ("text/html", "<b id=\"rich\">h</b>"), ("image/svg+xml", "<svg/>")),
            Data(("text/plain", "p"), ("image/svg+xml", "<svg/>"), ("image/png", "AAAA")),
            Data(("text/plain", "p"), ("image/png", "AA\nAA")),
            json,
            Data(("text/plain", "only")))), "n");

        IElement[] outputs = [.. page.QuerySelectorAll(".output")];
        Assert.Equal("h", outputs[0].QuerySelector("b#rich")!.TextContent);
        Assert.Equal("data:image/svg+xml;base64,PHN2Zy8+", outputs[1].QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal("data:image/png;base64,AAAA", outputs[2].QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal("{\n \"a\": 1\n}", outputs[3].QuerySelector("pre")!.TextContent);
        Assert.Equal("only", outputs[4].QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public void Code_is_folded_and_a_failing_cell_is_open()
    {
        var error = new JsonObject { ["output_type"] = "error", ["ename"] = "Boom", ["evalue"] = "why", ["traceback"] = new JsonArray() };
        IDocument page = Page(Document(Code("\n// first line\nvar x = 1;"), Code("throw null;").WithOutputs(error)), "n");

        IElement[] cells = [.. page.QuerySelectorAll("details")];
        Assert.False(cells[0].HasAttribute("open"));
        Assert.Equal("cell 1 // first line", cells[0].QuerySelector("summary")!.TextContent);
        Assert.True(cells[1].HasAttribute("open"));
        Assert.Equal("Boom: why", page.QuerySelector("pre.error")!.TextContent);
    }

    [Fact]
    public void Code_is_coloured_without_losing_a_character()
    {
        const string code = "#r \"a.dll\"\nusing System;\n/* block */ var list = new List<int> { 1, 0x2F, 'c' };\nstring s = $\"{list.Count:0} and \"\"\" + @\"c:\\x\" + \"\"\"raw \"quoted\" \"\"\";\nif (s is null) { return await F<int>(x => x.Y); } // end\n#!magic\nunfinished(";
        IElement pre = Page(Document(Code(code)), "n").QuerySelector("details pre")!;

        Assert.Equal(code, pre.TextContent);
        Assert.Contains(pre.QuerySelectorAll(".k"), span => span.TextContent == "using");
        Assert.Contains(pre.QuerySelectorAll(".k"), span => span.TextContent == "var");
        Assert.Contains(pre.QuerySelectorAll(".n"), span => span.TextContent == "0x2F");
        Assert.Contains(pre.QuerySelectorAll(".c"), span => span.TextContent == "/* block */");
        Assert.Contains(pre.QuerySelectorAll(".t"), span => span.TextContent == "List");
    }

    [Fact]
    public void Pictures_beside_the_notebook_and_attachments_move_into_the_page()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.PathOf("in.png"), [1, 2, 3]);
        folder.Write("sub/notebook", "");
        JsonObject cell = Markdown("![a](in.png) ![b](attachment:x.png) ![outside](../in.png)");
        cell["attachments"] = new JsonObject { ["x.png"] = new JsonObject { ["image/png"] = "AAAA" } };

        string[] sources = [.. Parse(NotebookPage.Render(Document(cell), "n", folder.FullPath)).QuerySelectorAll("img").Select(image => image.GetAttribute("src")!)];
        string outside = NotebookPage.Render(Document(Markdown("![x](../in.png)")), "n", folder.PathOf("sub"));

        Assert.Equal(["data:image/png;base64,AQID", "data:image/png;base64,AAAA"], sources);
        Assert.Empty(Parse(outside).QuerySelectorAll("img"));
    }

    [Fact]
    public void Markdown_cells_keep_tables_and_their_authors_html()
    {
        IDocument page = Page(Document(Markdown("| a | b |\n|---|--:|\n| 1 | 2 |\n\n<kbd>Ctrl</kbd>")), "n");

        Assert.Equal(["1", "2"], page.QuerySelectorAll("section td").Select(cell => cell.TextContent));
        Assert.NotNull(page.QuerySelector("kbd"));
    }

    [Fact]
    public void Terminal_colours_are_dropped()
    {
        var stream = new JsonObject { ["output_type"] = "stream", ["name"] = "stderr", ["text"] = "\u001b[31mred\u001b[0m" };

        Assert.Equal("red", Page(Document(Code("x").WithOutputs(stream)), "n").QuerySelector("pre.stderr")!.TextContent);
    }

    [Fact]
    public void A_label_names_the_count_of_the_run_where_it_is_not_the_position()
    {
        JsonObject second = Code("2"), third = Code("3");
        second["execution_count"] = 2;
        third["execution_count"] = 7;

        IDocument page = Page(Document(Code("1"), second, third), "n");

        Assert.Equal(["cell 1 1", "cell 2 2", "cell 3 [7] 3"], page.QuerySelectorAll("summary").Select(summary => summary.TextContent));
    }

    [Fact]
    public void Formulas_in_Markdown_become_MathML_and_prices_do_not()
    {
        IDocument page = Page(Document(Markdown("# Risk $\\sigma_i$\n\nA price of $20 or $30, code `$x$`, and $a_1*b_1*c$.\n\n$$\n\\frac{1}{n}\n$$\n\n$$x$$")), "n");

        Assert.Equal(4, page.QuerySelectorAll("math").Length);
        Assert.Equal(["\\frac{1}{n}", "x"], page.QuerySelectorAll("math[display=block] annotation").Select(source => source.TextContent));
        Assert.Contains("A price of $20 or $30", page.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("$x$", page.QuerySelector("p code")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("em, script"));
        Assert.Equal("Risk \\sigma_i", page.Title);
    }

    [Fact]
    public void A_chart_is_in_the_page_as_picture_and_as_data_and_the_library_once()
    {
        const string report = "<p>before</p><figure><svg id=\"a\"><title>Other</title></svg></figure><svg viewBox=\"0 0 10 10\"><title>Equity</title><svg></svg></svg><p>after</p>";
        IDocument page = Page(Document(Code("1").WithOutputs(Chart("scatter", "Equity<br>sub", report), Chart("candlestick", "Price", "<svg></svg>"))), "n");

        Assert.Equal(["Equity", ""], page.QuerySelectorAll("svg[data-chart]").Select(picture => picture.TextContent));
        Assert.Equal(["1", "2"], page.QuerySelectorAll("script[data-figure]").Select(figure => figure.GetAttribute("data-figure")!));
        Assert.Contains("before", page.QuerySelector(".output")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("after", page.QuerySelector(".output")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("script#chart-library"));
        Assert.Single(page.QuerySelectorAll("script:not([type])"));
        Assert.DoesNotContain("unsafe-inline' 'sha", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_the_library_cannot_draw_stays_a_picture()
    {
        IDocument page = Page(Document(Code("1").WithOutputs(Chart("heatmap", "Grid", "<svg><title>Grid</title></svg>"))), "n");

        Assert.Single(page.QuerySelectorAll("svg"));
        Assert.Empty(page.QuerySelectorAll("script, [data-chart]"));
    }

    [Fact]
    public void A_chart_without_a_picture_shows_its_text_until_it_is_drawn()
    {
        JsonObject chart = Chart("bar", "Bars", "");
        chart["data"]!.AsObject().Remove("text/html");

        Assert.Equal("words", Page(Document(Code("1").WithOutputs(chart)), "n").QuerySelector("div[data-chart] pre")!.TextContent);
    }

    [Fact]
    public void The_data_of_a_chart_cannot_leave_its_element()
    {
        IDocument page = Page(Document(Code("1").WithOutputs(Chart("bar", "</script><script>alert(1)</script><!--<script>", "<svg></svg>"))), "n");

        Assert.Equal(3, page.QuerySelectorAll("script").Length); // the figure, the library, what draws
        string title = JsonNode.Parse(page.QuerySelector("script[data-figure]")!.TextContent)!["layout"]!["title"]!["text"]!.ToString();
        Assert.Equal("</script><script>alert(1)</script><!--<script>", title);
    }

    [Fact]
    public void Scripts_are_named_in_the_policy_by_their_digests()
    {
        IDocument page = Page(Document(Code("1").WithOutputs(Chart("bar", "Bars", "<svg></svg>"))), "n");
        string policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        string drawing = page.QuerySelector("script:not([type])")!.TextContent;

        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(drawing)))}'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_that_cells_showed_are_text()
    {
        IDocument page = Page(Document(Code("1").WithOutputs(
            Data(("text/plain", "p"), ("text/html", "<b>kept</b><script>draw(1 < 2)</script><noscript>still</noscript>")),
            Data(("text/plain", "p"), ("text/html", "<meta http-equiv=refresh content=0><i>also</i>")))), "n");

        Assert.Empty(page.QuerySelectorAll("script, .output meta"));
        Assert.Equal("draw(1 < 2)", page.QuerySelector("details.script pre")!.TextContent);
        Assert.Contains("still", page.QuerySelector(".output")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".output i"));
    }

    [Fact]
    public void Tables_can_be_sorted_by_one_script_of_the_page()
    {
        string table = ValueFormatter.Format(Enumerable.Range(0, 30).Select(i => new Row(i, -i)).ToList())["text/html"]!.ToString();
        Assert.Contains("<script>", table, StringComparison.Ordinal);

        IDocument page = Page(Document(Code("1").WithOutputs(Data(("text/plain", "p"), ("text/html", table)), Data(("text/plain", "p"), ("text/html", table)))), "n");

        Assert.Equal(2, page.QuerySelectorAll("table.tb-rows").Length);
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Empty(page.QuerySelectorAll("details.script"));
    }

    [Fact]
    public void Ids_that_outputs_share_do_not_cross()
    {
        const string drawing = "<style>#clip{color:red}</style><svg aria-labelledby=\"t u\"><title id=\"t\">x</title><clipPath id=\"clip\"></clipPath><path clip-path=\"url(#clip)\" fill=\"#fff\"/><a href=\"#clip\">l</a></svg>";
        IDocument page = Page(Document(Markdown("# clip"), Code("1").WithOutputs(Data(("text/plain", "p"), ("text/html", drawing)), Data(("text/plain", "p"), ("text/html", drawing)))), "n");

        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        IElement second = page.QuerySelectorAll(".output")[1];
        Assert.Equal("clip-2", second.QuerySelector("clipPath")!.Id);
        Assert.Equal("url(#clip-2)", second.QuerySelector("path")!.GetAttribute("clip-path"));
        Assert.Equal("#fff", second.QuerySelector("path")!.GetAttribute("fill"));
        Assert.Equal("#clip-2", second.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("t-2 u", second.QuerySelector("svg")!.GetAttribute("aria-labelledby"));
        Assert.Equal("#clip-2{color:red}", second.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public void Formulas_that_cells_show_become_MathML()
    {
        Assert.Equal(2, Page(Document(Code("1").WithOutputs(
            Data(("text/plain", "p"), ("text/latex", "$\\displaystyle x^2$")),
            Data(("text/plain", "p"), ("text/markdown", "mean $\\mu$")))), "n").QuerySelectorAll("math").Length);
    }

    private sealed record Row(int First, int Second);

    private static JsonObject Chart(string trace, string title, string html)
    {
        JsonObject output = Data(("text/plain", "words"), ("text/html", html));
        output["data"]!["application/vnd.plotly.v1+json"] = new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["type"] = trace }),
            ["layout"] = new JsonObject { ["title"] = new JsonObject { ["text"] = title } },
        };
        return output;
    }

    private static IDocument Page(NotebookDocument document, string name) => Parse(NotebookPage.Render(document, name));

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
