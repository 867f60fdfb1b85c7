using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

[Collection(WorkingDirectory.Runs)]
public sealed class NotebookRequirementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_notebook_whose_files_are_not_there_is_left_out_with_its_reason()
    {
        string path = Write("""{ "files": ["parts/Part.dll"], "otherwise": "the part is not built" }""");
        string before = await File.ReadAllTextAsync(path);

        NotebookOutcome outcome = await RunAsync(path);

        Assert.Equal("the part is not built (parts/Part.dll is not there)", outcome.LeftOut);
        Assert.Null(outcome.Result);
        Assert.Equal(before, await File.ReadAllTextAsync(path));
        ReportCase only = Assert.Single(ReportSuite.Of(outcome).Cases);
        Assert.Equal((ReportOutcome.Skipped, outcome.LeftOut), (only.Outcome, only.Message));
    }

    [Fact]
    public async Task It_runs_where_they_are()
    {
        string path = Write("""{ "files": ["parts/Part.dll"], "otherwise": "the part is not built" }""");
        _folder.Write("parts/Part.dll", "");

        NotebookOutcome outcome = await RunAsync(path);

        Assert.Null(outcome.LeftOut);
        Assert.True(outcome.Succeeded);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("""{ "files": [], "otherwise": "why" }""")]
    [InlineData("""{ "files": ["Part.dll"] }""")]
    public async Task A_requirement_that_says_too_little_is_an_error(string required)
    {
        string path = Write(required);

        NotebookFormatException error = await Assert.ThrowsAsync<NotebookFormatException>(() => RunAsync(path));

        Assert.Contains("\"otherwise\", a reason", error.Message, StringComparison.Ordinal);
    }

    private string Write(string required) => _folder.Write("a.ipynb", Of(Code("1 + 1")).Replace("\"metadata\": {\n  \"kernelspec\"", $"\"metadata\": {{\n  \"tradebot\": {{ \"requires\": {required} }},\n  \"kernelspec\"", StringComparison.Ordinal));

    private static async Task<NotebookOutcome> RunAsync(string path) =>
        await new NotebookBatch(new NotebookRunOptions()).RunAsync(NotebookJob.Plan([path])).SingleAsync();
}
