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
    public async Task A_folder_gets_an_index_of_its_pages()
    {
        _folder.Add("a b.ipynb", "1");
        _folder.Add("c.ipynb", "2");

        (int code, string output, _) = await Cli.RunAsync("notebook", "render", _folder.PathOf(), "--out", _folder.PathOf("out"));

        Assert.Equal(0, code);
        Assert.EndsWith(_folder.PathOf("out", "index.html") + "\n", output, StringComparison.Ordinal);
        string index = File.ReadAllText(_folder.PathOf("out", "index.html"));
        Assert.Contains("<a href=\"a%20b.html\">a b</a>", index, StringComparison.Ordinal);
        Assert.Contains("1 cell, not run", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_called_index_cannot_have_an_index_beside_it()
    {
        _folder.Add("index.ipynb", "1");

        (int code, _, string error) = await Cli.RunAsync("notebook", "render", _folder.PathOf(), "--out", _folder.PathOf("out"));

        Assert.Equal(2, code);
        Assert.Contains("index.ipynb", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_exits_with_2()
    {
        Assert.Equal(2, (await Cli.RunAsync("notebook", "render", _folder.PathOf("gone.ipynb"))).Code);
    }
}
