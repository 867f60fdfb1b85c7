namespace TradeBot.Cli.Tests;

public sealed class NotebookCompareCommandTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_that_agree_exit_with_0_and_leave_a_page()
    {
        string a = _folder.Add("a.ipynb", "1"), b = _folder.Add("b.ipynb", "1");

        (int code, string output, _) = await Cli.RunAsync("notebook", "compare", a, b, "--out", _folder.PathOf("out"));

        Assert.Equal(0, code);
        Assert.Equal($"agree    0 of 1 cells differ  {_folder.PathOf("out", "a.b.compare.html")}\n", output);
        Assert.Contains("a and b", File.ReadAllText(_folder.PathOf("out", "a.b.compare.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_that_differ_exit_with_1_and_say_where()
    {
        string a = _folder.Add("a.ipynb", "same", "old"), b = _folder.Add("b.ipynb", "same", "new", "more");

        (int code, string output, _) = await Cli.RunAsync("notebook", "compare", a, b, "--out", _folder.PathOf("page.html"));

        Assert.Equal(1, code);
        Assert.Equal($"differ   2 of 3 cells differ  {_folder.PathOf("page.html")}\n    cell 2: its source differs\n    cell 3: only in the second run\n", output);
    }

    [Fact]
    public async Task A_missing_file_exits_with_2()
    {
        Assert.Equal(2, (await Cli.RunAsync("notebook", "compare", _folder.Add("a.ipynb", "1"), _folder.PathOf("gone.ipynb"))).Code);
    }
}
