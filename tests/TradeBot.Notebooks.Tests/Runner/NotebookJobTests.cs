using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

public sealed class NotebookJobTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_stands_for_its_own_notebooks_by_name()
    {
        foreach (string name in (string[])["b.ipynb", "a.ipynb", "c.txt", ".ipynb_checkpoints/a.ipynb", "sub/d.ipynb"])
            _folder.Write(name, "");

        Assert.Equal(["a", "b"], NotebookJob.Plan([_folder.FullPath], null, keepSource: false).Select(job => job.Name));
    }

    [Fact]
    public void Pages_go_below_the_repositorys_artifacts_or_beside_a_notebook_without_one()
    {
        string alone = _folder.Write("alone/a.ipynb", "");
        _folder.Write("repository/TradeBot.sln", "");
        string inside = _folder.Write("repository/notebooks/b.ipynb", "");

        Assert.Equal(_folder.PathOf(Path.Combine("alone", "artifacts", "a.html")), NotebookJob.Plan([alone], null, false)[0].Page);
        Assert.Equal(_folder.PathOf(Path.Combine("repository", "artifacts", "notebooks", "b.html")), NotebookJob.Plan([inside], null, false)[0].Page);
        Assert.Equal(inside, NotebookJob.Plan([inside], null, false)[0].Executed);
        Assert.Equal(_folder.PathOf(Path.Combine("repository", "artifacts", "notebooks", "b.ipynb")), NotebookJob.Plan([inside], null, keepSource: true)[0].Executed);
        Assert.Equal(_folder.PathOf(Path.Combine("out", "b.ipynb")), NotebookJob.Plan([inside], _folder.PathOf("out"), keepSource: true)[0].Executed);
    }

    [Fact]
    public void Results_never_write_over_each_other_or_the_source()
    {
        string one = _folder.Write("x/a.ipynb", ""), two = _folder.Write("y/a.ipynb", "");

        Assert.Throws<ArgumentException>(() => NotebookJob.Plan([one, two], _folder.PathOf("out"), keepSource: true));
        Assert.Throws<ArgumentException>(() => NotebookJob.Plan([one], _folder.PathOf("x"), keepSource: true));
        Assert.Single(NotebookJob.Plan([one, one], null, keepSource: false));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Contains("nowhere.ipynb", Assert.Throws<FileNotFoundException>(() => NotebookJob.Plan(["nowhere.ipynb"], null, false)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => NotebookJob.Plan([_folder.FullPath], null, false));
    }

    [Fact]
    public async Task A_run_records_into_the_source_and_leaves_it_alone_when_nothing_changed()
    {
        string path = _folder.Write("a.ipynb", Of(Code("1 + 1")));
        NotebookJob job = NotebookJob.Plan([path], null, keepSource: false)[0];
        await job.RunAsync(new NotebookRunOptions());
        string recorded = File.ReadAllText(path);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        await job.RunAsync(new NotebookRunOptions());

        Assert.Contains("\"2\"", recorded, StringComparison.Ordinal);
        Assert.Equal(recorded, File.ReadAllText(path));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
        Assert.Contains("<pre>2</pre>", File.ReadAllText(job.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_keeps_the_source()
    {
        string path = _folder.Write("a.ipynb", Of(Code("1 + 1")));
        string before = File.ReadAllText(path);
        NotebookJob job = NotebookJob.Plan([path], _folder.PathOf("out"), keepSource: true)[0];

        await job.RunAsync(new NotebookRunOptions());

        Assert.Equal(before, File.ReadAllText(path));
        Assert.Contains("\"2\"", File.ReadAllText(_folder.PathOf(Path.Combine("out", "a.ipynb"))), StringComparison.Ordinal);
    }
}
