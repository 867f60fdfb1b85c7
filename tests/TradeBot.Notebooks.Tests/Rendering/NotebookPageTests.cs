using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static TradeBot.Notebooks.Tests.NotebookText;
using JsonObject = System.Text.Json.Nodes.JsonObject;

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
                new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = Attack, ["traceback"] = new System.Text.Json.Nodes.JsonArray(Attack) }));
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
        Assert.Equal(
            ["#h-one", "#h-two", "#h-three", "https://example.org/page", "https://example.org/a.png", "missing.png"],
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
        var error = new JsonObject { ["output_type"] = "error", ["ename"] = "Boom", ["evalue"] = "why", ["traceback"] = new System.Text.Json.Nodes.JsonArray() };
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

    private static IDocument Page(NotebookDocument document, string name) => Parse(NotebookPage.Render(document, name));

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
