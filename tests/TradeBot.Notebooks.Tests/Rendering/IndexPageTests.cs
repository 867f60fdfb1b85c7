using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Rendering;

public class IndexPageTests
{
    [Fact]
    public void A_summary_has_title_opening_and_status_of_the_cells()
    {
        JsonObject done = Code("1"), failed = Code("2"), meant = Code("3", "raises-exception");
        var error = new JsonObject { ["output_type"] = "error", ["ename"] = "E", ["evalue"] = "v", ["traceback"] = new JsonArray() };
        foreach (JsonObject cell in (JsonObject[])[done, failed, meant])
            cell["execution_count"] = 1;
        NotebookDocument document = Document(Markdown("## Aside\n\n# The *title*\n\nThe **first**\nparagraph.\n\nAnother."), done, failed.WithOutputs(error), meant.WithOutputs(error.DeepClone().AsObject()), Code("4"));

        Assert.Equal(new NotebookSummary("The title", "The first paragraph.", Cells: 4, Run: 3, Failed: 1), NotebookSummary.Of(document, "name"));
        Assert.Equal(new NotebookSummary("name", "", 1, 0, 0), NotebookSummary.Of(Document(Code("1")), "name"));
    }

    [Fact]
    public void Each_notebook_is_named_and_linked_and_its_text_is_text()
    {
        IDocument page = new HtmlParser().ParseDocument(IndexPage.Render("<All>", [(new NotebookSummary("<b>One</b>", "text & more", 3, 3, 0), "one%20a.html"), (new NotebookSummary("Two", "", 3, 2, 1), "two.html")]));

        Assert.Equal("<All>", page.QuerySelector("h1")!.TextContent);
        Assert.Equal([("<b>One</b>", "one%20a.html"), ("Two", "two.html")], page.QuerySelectorAll("h2 a").Select(link => (link.TextContent, link.GetAttribute("href")!)));
        Assert.Equal(["3 cells", "1 of 3 cells failed"], page.QuerySelectorAll(".state").Select(state => state.TextContent));
    }
}
