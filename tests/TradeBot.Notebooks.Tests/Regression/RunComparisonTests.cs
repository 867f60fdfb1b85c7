using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Regression;

public class RunComparisonTests
{
    [Fact]
    public void The_same_record_agrees()
    {
        NotebookDocument document = Document(Code("a").WithOutputs(Data(("text/plain", "1"))), Markdown("m"), Code("b"));

        Assert.True(RunComparison.Of(document, document, Tolerance.Default).Agrees);
    }

    [Fact]
    public void A_cell_that_came_does_not_move_the_others()
    {
        NotebookDocument before = Document(Code("a"), Code("b").WithOutputs(Data(("text/plain", "1"))), Code("c"));
        NotebookDocument after = Document(Code("a"), Code("new"), Code("b").WithOutputs(Data(("text/plain", "2"))), Code("c"));

        RunComparison comparison = RunComparison.Of(before, after, Tolerance.Default);

        Assert.Equal([("a", "a"), (null, "new"), ("b", "b"), ("c", "c")], comparison.Cells.Select(cell => (cell.Before?.Source, cell.After?.Source)));
        Assert.Equal([true, false, false, true], comparison.Cells.Select(cell => cell.Agrees));
        Assert.Equal("output 1, text/plain, line 1: recorded 1, now 2 (by +1, +100 %)", Assert.Single(comparison.Cells[2].Differences).ToString());
    }

    [Fact]
    public void An_edited_cell_is_paired_with_what_it_was()
    {
        RunComparison comparison = RunComparison.Of(Document(Code("a"), Code("b"), Code("c")), Document(Code("a"), Code("B"), Code("c")), Tolerance.Default);

        Assert.Equal(("b", "B"), (comparison.Cells[1].Before!.Source, comparison.Cells[1].After!.Source));
        Assert.Equal([false, true, false], comparison.Cells.Select(cell => cell.IsEdited));
    }

    [Fact]
    public void Cells_with_one_id_are_one_cell_wherever_edited()
    {
        JsonObject first = Code("a"), second = Code("b"), edited = Code("B");
        second["id"] = "x";
        edited["id"] = "x";

        RunComparison comparison = RunComparison.Of(Document(first, second), Document(edited), Tolerance.Default);

        Assert.Equal([("a", null), ("b", "B")], comparison.Cells.Select(cell => (cell.Before?.Source, cell.After?.Source)));
    }

    [Fact]
    public void A_cell_s_own_tolerance_and_no_compare_count()
    {
        RunComparison comparison = RunComparison.Of(
            Document(Code("a").WithOutputs(Data(("text/plain", "1.00"))), Code("b").WithOutputs(Data(("text/plain", "1")))),
            Document(Code("a", "relative=0.1").WithOutputs(Data(("text/plain", "1.05"))), Code("b", "no-compare").WithOutputs(Data(("text/plain", "2")))),
            Tolerance.Default);

        Assert.True(comparison.Agrees);
    }

    [Fact]
    public void The_page_marks_the_numbers_and_words_that_differ_on_both_sides()
    {
        IDocument page = Page("<table><tr><th>Sharpe</th><td>1.25</td></tr><tr><th>Trades</th><td>60</td></tr></table>", "<table><tr><th>Sharpe</th><td>1.5</td></tr><tr><th>Trades</th><td>60</td></tr></table>");

        IElement[] sides = [.. page.QuerySelectorAll(".sides > section")];
        Assert.Equal(["first", "second"], sides.Select(side => side.QuerySelector("h3")!.TextContent));
        Assert.Equal("1.25", Assert.Single(sides[0].QuerySelectorAll("mark")).TextContent);
        Assert.Equal("1.5", Assert.Single(sides[1].QuerySelectorAll("mark")).TextContent);
        Assert.Equal("td", sides[1].QuerySelector("mark")!.ParentElement!.LocalName);
    }

    [Fact]
    public void What_came_and_went_is_marked_on_its_side_only()
    {
        IElement[] sides = [.. Page("<p>one two three four 5</p>", "<p>one three four new 5 6</p>").QuerySelectorAll(".sides > section")];

        Assert.Equal(["two"], sides[0].QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal(["new", "6"], sides[1].QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("one three four new 5 6", sides[1].QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void Ids_of_pictures_do_not_cross_from_side_to_side()
    {
        const string before = "<svg><clipPath id=\"c\"></clipPath><path clip-path=\"url(#c)\"></path></svg><p>1</p>";
        IDocument page = Page(before, before.Replace("<p>1", "<p>2", StringComparison.Ordinal));

        Assert.Equal(["c", "c-2"], page.QuerySelectorAll("clipPath").Select(path => path.Id!));
        Assert.Equal(["url(#c)", "url(#c-2)"], page.QuerySelectorAll("path").Select(path => path.GetAttribute("clip-path")!));
    }

    [Fact]
    public void Cells_that_agree_are_a_line_without_outputs()
    {
        NotebookDocument document = Document(Code("a").WithOutputs(Data(("text/plain", "seen"))));
        IDocument page = new HtmlParser().ParseDocument(ComparisonPage.Render(RunComparison.Of(document, document, Tolerance.Default), "x", "y"));

        Assert.Equal("cell 1 agrees a", page.QuerySelector("summary")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".output, .sides"));
        Assert.Contains("0 of 1 cells differ", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static IDocument Page(string before, string after)
    {
        RunComparison comparison = RunComparison.Of(
            Document(Code("x").WithOutputs(Data(("text/plain", "p"), ("text/html", before)))),
            Document(Code("x").WithOutputs(Data(("text/plain", "p"), ("text/html", after)))),
            Tolerance.Default);
        return new HtmlParser().ParseDocument(ComparisonPage.Render(comparison, "run", "run"));
    }
}
