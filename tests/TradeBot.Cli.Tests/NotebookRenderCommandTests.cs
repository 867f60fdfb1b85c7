namespace TradeBot.Cli.Tests;

public sealed class NotebookRenderCommandTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rendering_writes_the_page_and_runs_nothing()
    {
        string notebook = _folder.Add("a.ipynb", "throw new InvalidOperationException();");

        (int code, string output, _) = await Cli.RunAsync("notebook", "render", notebook, "--out", _folder.PathOf("out"));

        Assert.Equal(0, code);
        Assert.Equal(_folder.PathOf("out", "a.html") + "\n", output);
        Assert.Contains("InvalidOperationException", File.ReadAllText(_folder.PathOf("out", "a.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"error\"", File.ReadAllText(_folder.PathOf("out", "a.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_exits_with_2()
    {
        Assert.Equal(2, (await Cli.RunAsync("notebook", "render", _folder.PathOf("gone.ipynb"))).Code);
    }
}
