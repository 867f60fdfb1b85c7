using System.Text.Json.Nodes;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Regression;

[Collection(WorkingDirectory.Runs)]
public sealed class NotebookComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_notebook_agrees_with_its_own_record()
    {
        string path = _folder.Write("a.ipynb", Of(Code("Console.WriteLine(1.5);\n2"), Markdown("m"), Code("throw new InvalidOperationException(\"x\");", "raises-exception")));
        await NotebookJob.Plan([path])[0].RunAsync(new NotebookRunOptions());

        Assert.True((await TestAsync(path)).Agrees);
    }

    [Theory]
    [InlineData("1.25", "1.5", "output 1, text/plain, line 1: recorded 1.25, now 1.5 (by +0.25, +20 %)")]
    [InlineData("Console.Write(1);", "Console.Write(2);", "output 1, stdout, line 1: recorded 1, now 2 (by +1, +100 %)")]
    [InlineData("Console.Write(1);", "Console.Error.Write(1);", "output 1: recorded 1, now 1")]
    [InlineData("1", "", "output 1: missing: 1")]
    [InlineData("", "1", "output 1: new: 1")]
    [InlineData("display(1);", "display(HTML(\"1\"));", "output 1, text/html: new: this form")]
    [InlineData("[raises-exception]throw new InvalidOperationException(\"a\");", "throw new InvalidOperationException(\"b\");", "output 1, error: recorded InvalidOperationException: a, now InvalidOperationException: b")]
    public async Task A_difference_in_a_cells_output_is_reported(string before, string after, string difference)
    {
        string[] tags = before.StartsWith('[') ? ["raises-exception"] : [];
        NotebookDocument recorded = await RecordAsync(Code(before[(before.IndexOf(']', StringComparison.Ordinal) + 1)..], tags));
        NotebookDocument changed = Document(Code(after, tags));

        CellComparison cell = Assert.Single(NotebookComparison.Of(recorded, await RunAsync(changed), Tolerance.Default).Cells);

        Assert.False(cell.Agrees);
        Assert.Equal(difference, cell.Differences[0].ToString());
    }

    [Fact]
    public async Task A_tag_lets_a_cell_differ_and_another_gives_it_room()
    {
        NotebookDocument recorded = await RecordAsync(Code("1", "no-compare"), Code("1.00", "relative=0.05"), Code("1.00", "relative=0.05"), Code("1"));
        NotebookDocument changed = Document(Code("2", "no-compare"), Code("1.04", "relative=0.05"), Code("1.06", "relative=0.05"), Code("2"));

        NotebookComparison comparison = NotebookComparison.Of(recorded, await RunAsync(changed), Tolerance.Default);

        Assert.Equal([true, true, false, false], comparison.Cells.Select(cell => cell.Agrees));
    }

    [Fact]
    public async Task Pieces_of_a_stream_are_one_stream()
    {
        NotebookDocument document = Document(Code("Console.Write(\"ab\");").WithOutputs(Stream("a"), Stream("b")));

        Assert.True(NotebookComparison.Of(document, await RunAsync(NotebookDocument.Parse(document.ToText())), Tolerance.Default).Agrees);
    }

    [Fact]
    public async Task Outputs_of_a_source_that_changed_since_are_stale_even_when_they_are_the_same()
    {
        NotebookDocument recorded = await RecordAsync(Code("1 + 1"), Code("3"));
        recorded.Cells[0].Source = "2";

        NotebookComparison comparison = NotebookComparison.Of(recorded, await RunAsync(NotebookDocument.Parse(recorded.ToText())), Tolerance.Default);

        Assert.Equal([true, false], comparison.Cells.Select(cell => cell.IsStale));
        Assert.Equal([false, true], comparison.Cells.Select(cell => cell.Agrees));
    }

    [Fact]
    public async Task A_cell_that_came_or_went_makes_stale_what_follows()
    {
        JsonObject record = JsonNode.Parse((await RecordAsync(Code("1"), Code("2"), Code("3"))).ToText())!.AsObject();
        record["cells"]!.AsArray().RemoveAt(1);
        NotebookDocument recorded = NotebookDocument.Parse(record.ToJsonString());

        Assert.Equal([2], RecordedSources.Stale(recorded).Select(cell => cell.Number));
        record["cells"]!.AsArray().RemoveAt(1); // the last one went: what remains cannot be trusted to be all
        Assert.Equal([1], RecordedSources.Stale(NotebookDocument.Parse(record.ToJsonString())).Select(cell => cell.Number));
    }

    [Fact]
    public async Task A_notebook_that_another_program_recorded_is_not_stale()
    {
        NotebookDocument document = Document(Code("1").WithOutputs(new JsonObject
        {
            ["data"] = new JsonObject { ["text/plain"] = "1" },
            ["execution_count"] = 9,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        }));

        Assert.True(NotebookComparison.Of(document, await RunAsync(NotebookDocument.Parse(document.ToText())), Tolerance.Default).Agrees);
    }

    [Fact]
    public async Task Updating_takes_over_what_differs_and_leaves_noise()
    {
        NotebookDocument recorded = await RecordAsync(Code("\"took 12 ms\""), Code("1"), Code("\"new\"", "no-compare"));
        NotebookDocument changed = Document(Code("\"took 99 ms\""), Code("2"), Code("\"newer\"", "no-compare"));
        recorded.Cells[1].Source = "2";

        NotebookDocument updated = NotebookComparison.Of(recorded, await RunAsync(changed), Tolerance.Default).Update();

        Assert.Equal(["took 12 ms", "2", "new"], updated.Cells.Select(cell => MultilineText.Read(cell.Outputs[0]["data"]!["text/plain"])));
        Assert.Empty(RecordedSources.Stale(updated));
        string text = updated.ToText();
        Assert.Equal(text, NotebookComparison.Of(NotebookDocument.Parse(text), await RunAsync(changed), Tolerance.Default).Update().ToText());
    }

    [Fact]
    public async Task Hashes_of_skipped_cells_stay_as_they_were()
    {
        NotebookDocument document = await RecordAsync(Code("1"), Code("2"));
        document.Cells[1].Source = "3";

        RecordedSources.Stamp(document, cell => cell.Number == 2);

        Assert.Equal([2], RecordedSources.Stale(document).Select(cell => cell.Number));
    }

    [Fact]
    public async Task The_page_shows_both_sides_without_script_or_request()
    {
        NotebookDocument recorded = await RecordAsync(Code("\"<before>\""), Code("1"));
        NotebookComparison comparison = NotebookComparison.Of(recorded, await RunAsync(Document(Code("\"<after>\""), Code("1"))), Tolerance.Default);

        AngleSharp.Dom.IDocument page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(ComparisonPage.Render(comparison, "n"));

        Assert.Equal(["cell 1"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(["<before>", "<after>"], page.QuerySelectorAll(".sides pre").Select(side => side.TextContent));
        Assert.Empty(page.QuerySelectorAll("script, link, iframe"));
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!, StringComparison.Ordinal);
        Assert.Contains("recorded <before>, now <after>", page.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
    }

    private static JsonObject Stream(string text) => new() { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = text };

    private async Task<NotebookComparison> TestAsync(string path)
    {
        NotebookDocument recorded = NotebookDocument.Load(path);
        return NotebookComparison.Of(recorded, await RunAsync(NotebookDocument.Load(path)), Tolerance.Default);
    }

    private async Task<NotebookDocument> RecordAsync(params JsonObject[] cells)
    {
        NotebookDocument document = Document(cells);
        await RunAsync(document);
        RecordedSources.Stamp(document, _ => false);
        return document;
    }

    private Task<NotebookRunResult> RunAsync(NotebookDocument document) => new NotebookRunner(new NotebookRunOptions()).RunAsync(document, _folder.FullPath);
}
