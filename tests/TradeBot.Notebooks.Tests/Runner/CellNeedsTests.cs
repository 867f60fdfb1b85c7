using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

[Collection(WorkingDirectory.Runs)]
public sealed class CellNeedsTests : IDisposable
{
    private const string Reference = "#r \"../artifacts/bin/Part/release/Part.dll\"\nPart.Value()";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cell_whose_project_is_not_built_keeps_its_output_and_the_others_run()
    {
        _folder.Write("src/Part/Part.csproj", "<Project/>");
        NotebookDocument document = Of3(recorded: "41");

        NotebookRunResult result = await RunAsync(document);

        Assert.True(result.Succeeded);
        Assert.Equal([CellStatus.Succeeded, CellStatus.Skipped, CellStatus.Succeeded], result.Cells.Select(cell => cell.Status));
        Assert.Equal("needs Part, which is not built: dotnet build src/Part -c Release", result.Cells[1].LeftOut);
        Assert.Equal("41", MultilineText.Read(document.Cells[1].Outputs.Single()["data"]!["text/plain"]));
        Assert.Equal(3, document.Cells[2].ExecutionCount); // as where the second ran
    }

    [Fact]
    public async Task It_runs_where_the_project_is_built()
    {
        Directory.CreateDirectory(_folder.PathOf("artifacts/bin/Part/release"));
        Kernel.TestLibrary.Build(_folder.PathOf("artifacts/bin/Part/release"), "Part", "public static class Part { public static int Value() => 42; }");
        NotebookDocument document = Of3(recorded: "41");

        NotebookRunResult result = await RunAsync(document);

        Assert.All(result.Cells, cell => Assert.Equal((CellStatus.Succeeded, null), (cell.Status, cell.LeftOut)));
        Assert.Equal("42", MultilineText.Read(document.Cells[1].Outputs.Single()["data"]!["text/plain"]));
        Assert.Equal(3, document.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task The_notebook_may_name_the_command()
    {
        NotebookDocument document = Of3(recorded: "41");
        document.SetMetadata(NotebookDocument.OwnField, new System.Text.Json.Nodes.JsonObject { ["needs"] = new System.Text.Json.Nodes.JsonObject { ["Part"] = "make part" } });

        NotebookRunResult result = await RunAsync(document);

        Assert.Equal("needs Part, which is not built: make part", result.Cells[1].LeftOut);
    }

    [Fact]
    public async Task Without_a_project_the_missing_file_is_named()
    {
        NotebookRunResult result = await RunAsync(Of3(recorded: "41"));

        Assert.Equal($"needs Part, which is not built ({Path.GetFullPath(_folder.PathOf("artifacts/bin/Part/release/Part.dll"))} is not there)", result.Cells[1].LeftOut);
    }

    [Fact]
    public async Task A_need_that_no_cell_loads_is_an_error_that_names_the_line()
    {
        var error = await Assert.ThrowsAsync<NotebookFormatException>(() => RunAsync(Document(Code("1", "needs:Other"))));

        Assert.Contains("Cell 1 is tagged \"needs:Other\", but no cell loads Other.dll: expected a line #r \"path/Other.dll\"", error.Message, StringComparison.Ordinal);
    }

    private static NotebookDocument Of3(string recorded) => Document(Code("1"), Code(Reference, "needs:Part").WithOutputs(Data(("text/plain", recorded))), Code("2"));

    private Task<NotebookRunResult> RunAsync(NotebookDocument document)
    {
        Directory.CreateDirectory(_folder.PathOf("notebooks"));
        return new NotebookRunner(new NotebookRunOptions()).RunAsync(document, _folder.PathOf("notebooks"));
    }
}
