namespace TradeBot.Cli.Tests;

public sealed class NotebookRunCommandTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_notebook_that_runs_exits_with_0_and_leaves_outputs_and_a_page()
    {
        string notebook = _folder.Add("a.ipynb", "var x = 20;", "x + 1");

        (int code, string output, string error) = await Cli.RunAsync("notebook", "run", notebook);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("ok      a.ipynb  2 of 2 cells in ", output, StringComparison.Ordinal);
        Assert.Contains("\"21\"", File.ReadAllText(notebook), StringComparison.Ordinal);
        Assert.Contains("<pre>21</pre>", File.ReadAllText(_folder.PathOf("artifacts", "a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_exits_with_1_and_shows_cell_line_and_error()
    {
        string notebook = _folder.Add("b.ipynb", "1", "var list = new int[] { 1 };\nlist[2] = 3;");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", notebook);

        Assert.Equal(1, code);
        Assert.StartsWith("failed  b.ipynb  2 of 2 cells in ", output, StringComparison.Ordinal);
        Assert.Contains($"{notebook}, cell 2:\n    1 | var list = new int[] {{ 1 }};\n>   2 | list[2] = 3;\nIndexOutOfRangeException: ", output, StringComparison.Ordinal);
        Assert.EndsWith("   at cell 2, line 2\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_shows_the_caret()
    {
        (int code, string output, _) = await Cli.RunAsync("notebook", "run", _folder.Add("c.ipynb", "var x = 1;\nvar y = x + [missing];"));

        Assert.Equal(1, code);
        Assert.Contains(">   2 | var y = x + [missing];\ncell 1, line 2, column 14: error CS0103", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_notebooks_of_a_folder_run_after_one_failed()
    {
        _folder.Add("1.ipynb", "throw new InvalidOperationException();");
        _folder.Add("2.ipynb", "2");

        (int code, string output, _) = await Cli.RunAsync("notebook", "run", _folder.PathOf());

        Assert.Equal(1, code);
        Assert.Contains("\nok      2.ipynb", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_and_an_out_folder_keep_the_source()
    {
        string notebook = _folder.Add("p.ipynb", "[parameters]int fast = 1;", "fast * 10");
        string before = File.ReadAllText(notebook);

        (int code, _, _) = await Cli.RunAsync("notebook", "run", notebook, "-p", "fast=7", "--out", _folder.PathOf("out"));

        Assert.Equal(0, code);
        Assert.Equal(before, File.ReadAllText(notebook));
        Assert.Contains("\"70\"", File.ReadAllText(_folder.PathOf("out", "p.ipynb")), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf("out", "p.html")));
    }

    [Theory]
    [InlineData("Parameter \"fast\" is given more than once.", "fast=1", "slow=2", "fast=3")]
    [InlineData("Parameter \"fast\" is given more than once.", "fast=1", "fast=1", "fast=1")]
    [InlineData("Parameters \"fast\" and \"slow\" are given more than once.", "fast=1", "slow=2", "fast=3", "slow=4")]
    public async Task A_parameter_that_is_given_twice_is_reported_in_one_sentence(string sentence, params string[] assignments)
    {
        string notebook = _folder.Add("twice.ipynb", "1");

        (int code, _, string error) = await Cli.RunAsync(["notebook", "run", notebook, .. assignments.SelectMany(assignment => (string[])["-p", assignment])]);

        Assert.Equal(2, code);
        Assert.Equal($"tradebot: --parameter: {sentence}", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), line => line.Contains("given", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_unknown_parameter_exits_with_2_and_lists_the_known()
    {
        string notebook = _folder.Add("p.ipynb", "[parameters]int fast = 1; int slow = 2;");

        (int code, string output, string error) = await Cli.RunAsync("notebook", "run", notebook, "-p", "fats=7");

        Assert.Equal((2, ""), (code, output));
        Assert.Equal("tradebot: Unknown parameter \"fats\", did you mean \"fast\"; the notebook knows fast, slow.\n", error);
    }

    [Theory]
    [InlineData("-p", "fast")]
    [InlineData("-p", "=1")]
    [InlineData("--timeout", "0")]
    [InlineData("--timeout", "soon")]
    [InlineData("--colour", "red")]
    public async Task Wrong_usage_exits_with_2(string option, string value)
    {
        (int code, _, string error) = await Cli.RunAsync("notebook", "run", _folder.Add("a.ipynb", "1"), option, value);

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_parameter_given_twice_exits_with_2()
    {
        Assert.Equal(2, (await Cli.RunAsync("notebook", "run", _folder.Add("a.ipynb", "1"), "-p", "a=1", "-p", "a=2")).Code);
    }

    [Fact]
    public async Task A_missing_file_and_a_file_that_is_no_notebook_exit_with_2()
    {
        File.WriteAllText(_folder.PathOf("text.ipynb"), "no notebook");

        Assert.Contains("gone.ipynb", (await Cli.RunAsync("notebook", "run", _folder.PathOf("gone.ipynb"))).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Cli.RunAsync("notebook", "run", _folder.PathOf("gone.ipynb"))).Code);
        Assert.Equal(2, (await Cli.RunAsync("notebook", "run", _folder.PathOf("text.ipynb"))).Code);
        Assert.Equal(2, (await Cli.RunAsync("notebook", "run")).Code);
    }

    [Fact]
    public async Task A_cell_beyond_the_time_limit_exits_with_1()
    {
        (int code, string output, _) = await Cli.RunAsync("notebook", "run", _folder.Add("a.ipynb", "while (true) { }"), "--timeout", "0.5");

        Assert.Equal(1, code);
        Assert.Contains("TimeLimit: The cell ran longer than its limit of 0.5 s", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_exits_with_130_and_leaves_the_notebook_alone()
    {
        string notebook = _folder.Add("a.ipynb", "while (true) { }");
        string before = File.ReadAllText(notebook);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        int code = await CommandLine.RunAsync(["notebook", "run", notebook], TextWriter.Null, TextWriter.Null, stop.Token);

        Assert.Equal(130, code);
        Assert.Equal(before, File.ReadAllText(notebook));
    }

    [Fact]
    public async Task Timings_print_a_line_per_cell()
    {
        (_, string output, _) = await Cli.RunAsync("notebook", "run", _folder.Add("a.ipynb", "1", "[skip]2"), "--timings");

        Assert.Matches("cell 1 +Succeeded +[0-9.]+ ms\n +cell 2 +Skipped +0.0 ms\n", output);
    }

    [Fact]
    public async Task Help_states_the_exit_codes()
    {
        (int code, string output, _) = await Cli.RunAsync("notebook", "run", "--help");

        Assert.Equal(0, code);
        Assert.Contains("0 all cells ran, 1 a cell failed, ran too long or ended its process, 2 wrong usage", string.Join(' ', output.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
