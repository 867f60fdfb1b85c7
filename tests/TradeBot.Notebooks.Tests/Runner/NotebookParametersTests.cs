using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

[Collection(WorkingDirectory.Runs)]
public class NotebookParametersTests
{
    private const string Declarations = """
        string symbol = "BTCUSDT"; int fast = 12; long cash = 1; double stop = 0.5; decimal fee = 0.1m; bool live = false;
        DateTime from = new(2024, 1, 1); var slow = 26; var ratio = -1.5; var name = "x"; var on = true; var until = new DateTime(2025, 1, 1);
        const int Fixed = 1; var computed = Math.Max(3, 4); TimeSpan span = TimeSpan.Zero;
        DayOfWeek day = DayOfWeek.Monday; int? most = 3; DateOnly on1 = default; double[] levels = [1]; Uri page = null!;
        """;

    [Theory]
    [InlineData("symbol", "ETH=USDT", "symbol", "ETH=USDT")]
    [InlineData("fast", "-5", "fast", "-5")]
    [InlineData("cash", "5000000000", "cash", "5000000000")]
    [InlineData("stop", "1e-3", "stop", "0.001")]
    [InlineData("fee", "0.00055", "fee", "0.00055")]
    [InlineData("live", "true", "live", "True")]
    [InlineData("from", "2024-02-29", "from", "2024-02-29 00:00:00Z")]
    [InlineData("from", "2024-02-29T01:00:00+01:00", "from", "2024-02-29 00:00:00Z")]
    [InlineData("slow", "50", "slow", "50")]
    [InlineData("ratio", "2", "ratio / 4", "0.5")]
    [InlineData("name", "", "name.Length", "0")]
    [InlineData("on", "False", "on", "False")]
    [InlineData("until", "2024-01-01", "until.Year", "2024")]
    [InlineData("computed", "9", "computed", "9")]
    [InlineData("span", "01:30:00", "span.TotalMinutes", "90")]
    [InlineData("day", "friday", "day", "Friday")]
    [InlineData("most", "null", "most is null", "True")]
    [InlineData("most", "8", "most + 1", "9")]
    [InlineData("on1", "2024-02-29", "on1", "2024-02-29")]
    [InlineData("levels", "0.5,1.5", "levels", "[0.5, 1.5]")]
    public async Task A_value_is_read_as_the_variables_type(string name, string value, string expression, string expected)
    {
        NotebookDocument document = Document(Code(Declarations, "parameters"), Code(expression));

        NotebookRunResult result = await RunAsync(document, (name, value));

        Assert.True(result.Succeeded);
        Assert.Equal(expected, MultilineText.Read(document.Cells[1].Outputs[0]["data"]!["text/plain"]));
    }

    [Theory]
    [InlineData("fats", "1", "Unknown parameter \"fats\", did you mean \"fast\"; the notebook knows symbol, fast, cash, stop, fee, live, from, slow, ratio, name, on, until, computed, span, day, most, on1, levels, page.")]
    [InlineData("Fixed", "1", "Unknown parameter \"Fixed\", did you mean")]
    [InlineData("fast", "1.5", "Parameter \"fast\" is a whole number (int); \"1.5\" is not.")]
    [InlineData("slow", "x", "Parameter \"slow\" is a whole number (int)")]
    [InlineData("fee", "1,5", "with a decimal point")]
    [InlineData("live", "yes", "true or false")]
    [InlineData("from", "tomorrow", "a time in UTC")]
    [InlineData("span", "1", "Parameter \"span\" is a duration, such as 00:30:00")]
    [InlineData("most", "few", "a whole number (int), or null")]
    [InlineData("levels", "1;2", "a comma-separated list")]
    public async Task What_does_not_fit_is_refused_before_anything_runs(string name, string value, string reason)
    {
        NotebookDocument document = Document(Code("1"), Code(Declarations, "parameters"));
        string before = document.ToText();

        var error = await Assert.ThrowsAsync<NotebookParameterException>(() => RunAsync(document, (name, value)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, document.ToText());
    }

    [Theory]
    [InlineData("computed", "x", "a whole number")]
    [InlineData("day", "Someday", "one of Sunday, Monday, Tuesday")]
    [InlineData("page", "https://example.org", "is a Uri, which has no Parse(string)")]
    public async Task A_type_that_only_the_compiler_knows_is_checked_after_its_cell(string name, string value, string reason)
    {
        using var folder = new TemporaryFolder();
        NotebookDocument document = Document(Code(Declarations, "parameters"), Code($"System.IO.File.WriteAllText({System.Text.Json.JsonSerializer.Serialize(folder.PathOf("ran"))}, \"\");"));

        var error = await Assert.ThrowsAsync<NotebookParameterException>(() => RunAsync(document, (name, value)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("ran")));
    }

    [Fact]
    public async Task A_notebook_without_parameters_takes_none()
    {
        var error = await Assert.ThrowsAsync<NotebookParameterException>(() => RunAsync(Document(Code("int fast = 1;")), ("fast", "2")));

        Assert.Contains("no code cell is tagged \"parameters\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applied_values_are_shown_in_the_cell_that_declares_them()
    {
        NotebookDocument document = Document(Code("int fast = 12; double stop = 1;", "parameters"));

        await RunAsync(document, ("stop", "0.25"), ("fast", "5"));

        Assert.Equal(
            "parameter  value\n---------  -----\nfast           5\nstop        0.25",
            MultilineText.Read(Assert.Single(document.Cells[0].Outputs)["data"]!["text/plain"]));
    }

    private static Task<NotebookRunResult> RunAsync(NotebookDocument document, params (string Name, string Value)[] parameters) =>
        new NotebookRunner(new NotebookRunOptions { Parameters = parameters.ToDictionary(p => p.Name, p => p.Value) }).RunAsync(document, AppContext.BaseDirectory);
}
