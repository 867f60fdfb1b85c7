using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

[Collection(WorkingDirectory.Runs)]
public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cells_run_in_order_and_record_outputs_and_counts()
    {
        NotebookDocument document = Document(Markdown("# Title"), Code("int x = 20;"), Code("Console.WriteLine(\"hi\");\nx + 1"));

        NotebookRunResult result = await RunAsync(document);

        Assert.True(result.Succeeded);
        Assert.Equal([1, 2], document.Cells.Skip(1).Select(cell => cell.ExecutionCount!.Value));
        Assert.Equal(
            """[{"name":"stdout","output_type":"stream","text":["hi\n"]},{"data":{"text/plain":["21"]},"execution_count":2,"metadata":{},"output_type":"execute_result"}]""",
            Outputs(document.Cells[2]));
    }

    [Fact]
    public async Task Pieces_of_one_stream_are_joined_and_streams_stay_apart()
    {
        NotebookDocument document = Document(Code("Console.Write(1); Console.Write(2); Console.Error.Write(3); Console.Write(4);"));

        await RunAsync(document);

        Assert.Equal(["12", "3", "4"], document.Cells[0].Outputs.Select(output => MultilineText.Read(output["text"])));
    }

    [Fact]
    public async Task An_update_replaces_what_was_shown()
    {
        NotebookDocument document = Document(Code("var bar = display(\"0 %\"); display(\"other\"); bar.Update(\"50 %\");"), Code("bar.Update(\"100 %\");"));

        await RunAsync(document);

        Assert.Equal(["100 %", "other"], document.Cells[0].Outputs.Select(output => MultilineText.Read(output["data"]!["text/plain"])));
        Assert.Empty(document.Cells[1].Outputs);
    }

    [Theory]
    [InlineData("Console.Write(\"a\"); display(1); clear_output(); Console.Write(\"b\"); display(2);", "b", "2")]
    [InlineData("Console.Write(\"a\"); display(1); clear_output(wait: true); Console.Write(\"b\");", "b")]
    [InlineData("display(1); clear_output(wait: true);", "1")]
    [InlineData("for (int i = 0; i < 3; i++) { clear_output(wait: true); display(i); }\n\"end\"", "2", "end")]
    [InlineData("var shown = display(1); clear_output(); shown.Update(2); display(3);", "3")]
    public async Task What_a_cell_clears_is_not_recorded(string source, params string[] kept)
    {
        NotebookDocument document = Document(Code(source));

        await RunAsync(document);

        Assert.Equal(kept, document.Cells[0].Outputs.Select(output => MultilineText.Read(output["text"] ?? output["data"]!["text/plain"])));
    }

    [Fact]
    public async Task An_error_that_is_cleared_away_still_fails_its_cell()
    {
        NotebookDocument document = Document(Code("var t = new System.Threading.Thread(() => throw new FormatException(\"behind\")); t.Start(); t.Join(); clear_output();"));

        NotebookRunResult result = await RunAsync(document);

        Assert.Equal("behind", result.Failure!.Error!.Message);
        Assert.Empty(document.Cells[0].Outputs);
    }

    [Fact]
    public async Task The_run_stops_at_the_first_cell_that_fails_and_clears_what_is_stale()
    {
        NotebookDocument document = Document(Code("1"), Code("throw new InvalidOperationException(\"no\");"), Code("3").WithOutputs(Data(("text/plain", "old"))));

        NotebookRunResult result = await RunAsync(document);

        Assert.Equal([CellStatus.Succeeded, CellStatus.Failed, CellStatus.NotRun], result.Cells.Select(cell => cell.Status));
        Assert.Equal((2, "no"), (result.Failure!.Cell.Number, result.Failure.Error!.Message));
        Assert.Equal("error", document.Cells[1].Outputs[0]["output_type"]!.GetValue<string>());
        Assert.Equal("InvalidOperationException", document.Cells[1].Outputs[0]["ename"]!.GetValue<string>());
        Assert.Empty(document.Cells[2].Outputs);
        Assert.Null(document.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Tags_skip_cells_and_announce_exceptions()
    {
        NotebookDocument document = Document(
            Code("throw null;", "skip").WithOutputs(Data(("text/plain", "kept"))), Code("throw new InvalidOperationException();", "raises-exception"), Code("1 + nothing", "raises-exception"), Code("\"end\""));

        NotebookRunResult result = await RunAsync(document);

        Assert.Equal([CellStatus.Skipped, CellStatus.Succeeded, CellStatus.Succeeded, CellStatus.Succeeded], result.Cells.Select(cell => cell.Status));
        Assert.Contains("kept", Outputs(document.Cells[0]), StringComparison.Ordinal);
        Assert.Equal("error", document.Cells[1].Outputs[0]["output_type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Blank_cells_run_as_nothing_and_are_not_counted()
    {
        NotebookDocument document = Document(Code(" \n").WithOutputs(Data(("text/plain", "old"))), Code("1"));

        NotebookRunResult result = await RunAsync(document);

        Assert.True(result.Succeeded);
        Assert.Empty(document.Cells[0].Outputs);
        Assert.Equal([null, 1], document.Cells.Select(cell => cell.ExecutionCount));
    }

    [Fact]
    public async Task Traces_name_cells_by_their_counts_as_a_kernel_does()
    {
        NotebookDocument document = Document(Markdown("m"), Code("throw new InvalidOperationException();"));

        NotebookRunResult result = await RunAsync(document);

        Assert.Equal("   at cell 1, line 1", result.Failure!.Error!.Trace[^1]);
    }

    [Fact]
    public async Task An_announced_exception_that_does_not_come_is_a_failure()
    {
        NotebookRunResult result = await RunAsync(Document(Code("1", "raises-exception")));

        Assert.Equal("MissingException", result.Failure!.Error!.Name);
    }

    [Fact]
    public async Task A_cell_of_an_unknown_language_fails_clearly()
    {
        System.Text.Json.Nodes.JsonObject cell = Code("let x = 1");
        cell["metadata"] = System.Text.Json.Nodes.JsonNode.Parse("""{"polyglot_notebook": {"kernelName": "powershell"}}""");

        NotebookRunResult result = await RunAsync(Document(cell));

        Assert.Contains("written in pwsh", result.Failure!.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_beyond_its_time_limit_fails_even_when_an_exception_is_announced()
    {
        await RunAsync(Document(Code("0")));
        NotebookRunResult result = await RunAsync(Document(Code("while (true) { }", "raises-exception")), new NotebookRunOptions { CellTimeLimit = TimeSpan.FromSeconds(1) });

        Assert.Equal(CellError.TimeLimit, result.Failure!.Error!.Name);
    }

    [Fact]
    public async Task A_thread_that_throws_fails_the_cell_that_started_it()
    {
        NotebookRunResult result = await RunAsync(Document(Code("var t = new System.Threading.Thread(() => throw new FormatException(\"behind\")); t.Start(); t.Join();")));

        Assert.Equal("behind", result.Failure!.Error!.Message);
    }

    [Fact]
    public async Task The_working_directory_is_the_notebooks_folder_while_it_runs()
    {
        _folder.Write("prices.csv", "1;2");
        string before = Environment.CurrentDirectory;
        NotebookDocument document = Document(Code("System.IO.File.ReadAllText(\"prices.csv\")"));

        NotebookRunResult result = await RunAsync(document);

        Assert.True(result.Succeeded);
        Assert.Contains("1;2", Outputs(document.Cells[0]), StringComparison.Ordinal);
        Assert.Equal(before, Environment.CurrentDirectory);
    }

    [Fact]
    public async Task Two_runs_give_the_same_document_and_page_byte_for_byte()
    {
        string text = Of(
            Code("var random = new Random(7); random.NextDouble()"),
            Code("await Task.Delay(1); display(new[] { new { A = 1, B = \"x\" } }); Console.WriteLine(random.Next());"),
            Code("class Trouble { public static void Make() => throw new InvalidOperationException(\"x\"); }"),
            Code("Trouble.Make();", "raises-exception"));
        NotebookDocument first = NotebookDocument.Parse(text), second = NotebookDocument.Parse(text);

        await RunAsync(first);
        await RunAsync(second);
        Assert.Equal(first.ToText(), second.ToText());
        Assert.Equal(NotebookPage.Render(first, "n"), NotebookPage.Render(second, "n"));

        await RunAsync(second); // over recorded outputs, too
        Assert.Equal(first.ToText(), second.ToText());
    }

    [Fact]
    public async Task Progress_reports_the_start_and_end_of_each_cell()
    {
        var seen = new List<string>();
        var progress = new Recorder(p => seen.Add($"{p.Index}/{p.Count} {p.Ended?.Status.ToString() ?? "begins"}"));

        await new NotebookRunner(new NotebookRunOptions(), progress).RunAsync(Document(Code("1"), Code("2", "skip")), _folder.FullPath);

        Assert.Equal(["1/2 begins", "1/2 Succeeded", "2/2 Skipped"], seen);
    }

    [Fact]
    public async Task Cancellation_passes_through()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new NotebookRunner(new NotebookRunOptions()).RunAsync(Document(Code("while (true) { }")), _folder.FullPath, stop.Token));
    }

    private Task<NotebookRunResult> RunAsync(NotebookDocument document, NotebookRunOptions? options = null) =>
        new NotebookRunner(options ?? new NotebookRunOptions()).RunAsync(document, _folder.FullPath).WaitAsync(TimeSpan.FromMinutes(5));

    private static string Outputs(NotebookCell cell) => $"[{string.Join(',', cell.Outputs.Select(output => output.ToJsonString()))}]";

    private sealed class Recorder(Action<CellProgress> record) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => record(value);
    }
}
