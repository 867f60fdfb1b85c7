using System.Text.Json.Nodes;
using TradeBot.Notebooks.Tests.Protocol;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>Long work of a library that knows no notebook: it finds its line by name.</summary>
[Collection(WorkingDirectory.Runs)]
public sealed class ProgressTests : IDisposable
{
    /// <summary>What a library does, written in a cell.</summary>
    private const string Work = """
        var open = (Func<(Action<string> Show, System.Threading.CancellationToken Stop)?>)AppContext.GetData("Notebook.LongWork");
        var (show, stop) = open().Value;
        show("1 of 2");
        await Task.Run(() => show("2 of 2"));
        42
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cell_gives_work_one_line_and_the_token_of_its_interrupt()
    {
        using var session = new TestSession();
        Assert.Equal("42", await session.ValueAsync(Work));
        ProgressOutput[] lines = [.. session.Outputs.OfType<ProgressOutput>()];
        Assert.Equal(["1 of 2", "2 of 2"], lines.Select(line => line.Text));
        Assert.Single(lines.Select(line => line.DisplayId).Distinct());
        Assert.Equal("True", await session.ValueAsync("open().Value.Stop == CellCancellation"));
        Assert.Null((AppContext.GetData(ProgressPort.Name) as Func<(Action<string>, CancellationToken)?>)!());
    }

    [Fact]
    public async Task A_run_reports_progress_and_does_not_record_it()
    {
        NotebookDocument document = Document(Code(Work));
        var told = new Told();
        NotebookRunResult result = await new NotebookRunner(new NotebookRunOptions(), told).RunAsync(document, AppContext.BaseDirectory);

        Assert.True(result.Succeeded);
        Assert.Equal([null, "1 of 2", "2 of 2", null], told.Works);
        JsonObject output = Assert.Single(document.Cells[0].Outputs);
        Assert.Equal("execute_result", (string?)output["output_type"]);
    }

    [Fact]
    public void It_crosses_the_line_of_a_worker()
    {
        var progress = new ProgressOutput("24 of 48", "display-7");
        Assert.Equal(progress, WorkerOutputs.Read(JsonNode.Parse(WorkerOutputs.Write(progress).ToJsonString())!.AsObject()));
    }

    [Fact]
    public async Task A_front_end_with_a_person_is_shown_one_output_that_is_updated_and_marked()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        string request = front.Send(front.Shell, "execute_request", new JsonObject { ["code"] = Work, ["allow_stdin"] = true });
        await front.ReplyAsync(front.Shell, request);

        (string Type, JsonObject Content)[] shown = [.. (await front.OutputsAsync(request)).Where(output => output.Type.Contains("display", StringComparison.Ordinal))];
        Assert.Equal(["display_data", "update_display_data"], shown.Select(output => output.Type));
        Assert.Equal((string?)shown[0].Content["transient"]!["display_id"], (string?)shown[1].Content["transient"]!["display_id"]);
        Assert.Equal("2 of 2", (string?)shown[1].Content["data"]!["text/plain"]);
        Assert.All(shown, output => Assert.True((bool)output.Content["metadata"]!["tradebot"]!["progress"]!));
    }

    [Fact]
    public async Task A_client_that_runs_unattended_is_shown_nothing()
    {
        await using FrontEnd front = await FrontEnd.OpenAsync();
        (_, var outputs) = await front.RunAsync(Work); // as nbclient asks: without allow_stdin
        Assert.DoesNotContain(outputs, output => output.Type.Contains("display", StringComparison.Ordinal));
        Assert.Contains(outputs, output => output.Type == "execute_result");
    }

    [Fact]
    public async Task What_a_front_end_recorded_of_it_is_no_difference_and_goes_when_the_notebook_is_normalized()
    {
        JsonObject line = Data(("text/plain", "sweep, 48 of 48 trials"));
        line["metadata"] = new JsonObject { ["tradebot"] = new JsonObject { ["progress"] = true } };
        NotebookDocument recorded = Document(Code("display(42);").WithOutputs(line, Data(("text/plain", "42"))));
        NotebookDocument run = Document(Code("display(42);"));
        NotebookRunResult result = await new NotebookRunner(new NotebookRunOptions()).RunAsync(run, AppContext.BaseDirectory);

        Assert.True(NotebookComparison.Of(recorded, result, Tolerance.Default).Agrees);
        Assert.Equal("42", MultilineText.Read(Assert.Single(NotebookCleaner.Normalize(recorded).Cells[0].Outputs)["data"]!["text/plain"]));
    }

    private sealed class Told : IProgress<CellProgress>
    {
        public List<string?> Works { get; } = [];

        public void Report(CellProgress value)
        {
            lock (Works)
                Works.Add(value.Work);
        }
    }
}
