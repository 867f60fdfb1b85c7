namespace TradeBot.Notebooks.Tests.Runner;

public sealed class NotebookFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*.ipynb", "b,a")]
    [InlineData("**/*.ipynb", "b,a,sub/c")]
    [InlineData("sub/*", "sub/c")]
    [InlineData("*/c.ipynb", "sub/c")]
    public void A_pattern_names_notebooks_at_any_depth_but_in_hidden_folders(string pattern, string expected)
    {
        foreach (string name in (string[])["a.ipynb", "b.ipynb", "sub/c.ipynb", "sub/note.txt", "sub/.ipynb_checkpoints/c.ipynb"])
            _folder.Write(name, "");

        string[] names = [.. NotebookFiles.Find([_folder.PathOf(pattern)])
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(_folder.FullPath, file), null).Replace('\\', '/'))];

        Assert.Equal(expected.Split(',').Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void A_notebook_named_twice_runs_once_and_the_paths_order_stays()
    {
        string a = _folder.Write("a.ipynb", ""), b = _folder.Write("b.ipynb", "");

        Assert.Equal([b, a], NotebookFiles.Find([b, _folder.FullPath, a]));
    }

    [Theory]
    [InlineData("none/*.ipynb")]
    [InlineData("*.txt")]
    public void A_pattern_without_a_match_is_a_mistake(string pattern)
    {
        Assert.Throws<FileNotFoundException>(() => NotebookFiles.Find([_folder.PathOf(pattern)]));
    }
}
