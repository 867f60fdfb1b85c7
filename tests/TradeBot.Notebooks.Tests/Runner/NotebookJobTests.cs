using TradeBot.Testing;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Runner;

[Collection(WorkingDirectory.Runs)]
public sealed class NotebookJobTests : IDisposable
{
    private static readonly Dictionary<string, string> Fast = new() { ["fast"] = "7" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_stands_for_its_own_notebooks_by_name()
    {
        foreach (string name in (string[])["b.ipynb", "a.ipynb", "c.txt", ".ipynb_checkpoints/a.ipynb", "sub/d.ipynb"])
            _folder.Write(name, "");

        Assert.Equal(["a", "b"], NotebookJob.Plan([_folder.FullPath]).Select(job => job.Name));
    }

    [Fact]
    public void Pages_go_below_the_repositorys_artifacts_or_beside_a_notebook_without_one()
    {
        string alone = _folder.Write("alone/a.ipynb", "");
        _folder.Write("repository/TradeBot.sln", "");
        string inside = _folder.Write("repository/notebooks/b.ipynb", "");

        Assert.Equal(_folder.PathOf(Path.Combine("alone", "artifacts", "a.html")), NotebookJob.Plan([alone])[0].Page);
        Assert.Equal(_folder.PathOf(Path.Combine("repository", "artifacts", "notebooks", "b.html")), NotebookJob.Plan([inside])[0].Page);
        Assert.Equal(inside, NotebookJob.Plan([inside])[0].Executed);
        Assert.Equal(_folder.PathOf(Path.Combine("repository", "artifacts", "notebooks", "b.fast-7.ipynb")), NotebookJob.Plan([inside], null, Fast)[0].Executed);
        Assert.Equal(_folder.PathOf(Path.Combine("out", "b.ipynb")), NotebookJob.Plan([inside], _folder.PathOf("out"))[0].Executed);
    }

    [Fact]
    public void Results_never_write_over_each_other_or_the_source()
    {
        string one = _folder.Write("x/a.ipynb", ""), two = _folder.Write("y/a.ipynb", "");

        Assert.Throws<ArgumentException>(() => NotebookJob.Plan([one, two], _folder.PathOf("out")));
        Assert.Throws<ArgumentException>(() => NotebookJob.Plan([one], _folder.PathOf("x")));
        Assert.Single(NotebookJob.Plan([one, one]));
    }

    [Theory]
    [InlineData("fast", "7", "a.fast-7.html")]
    [InlineData("name", "x/y", "a.with-")]
    [InlineData("apiKey", "abcdef", "a.with-")]
    public void A_run_with_parameters_has_a_page_of_its_own(string name, string value, string begins)
    {
        string notebook = _folder.Write("a.ipynb", "");

        NotebookJob job = NotebookJob.Plan([notebook], null, new Dictionary<string, string> { [name] = value })[0];

        Assert.StartsWith(begins, Path.GetFileName(job.Page), StringComparison.Ordinal);
        Assert.Equal(Path.ChangeExtension(job.Page, ".ipynb"), job.Executed);
        Assert.NotEqual(job.Page, NotebookJob.Plan([notebook], null, new Dictionary<string, string> { [name] = value + "1" })[0].Page);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Contains("nowhere.ipynb", Assert.Throws<FileNotFoundException>(() => NotebookJob.Plan(["nowhere.ipynb"])).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => NotebookJob.Plan([_folder.FullPath]));
    }

    [Fact]
    public async Task A_run_records_into_the_source_and_leaves_it_alone_when_nothing_changed()
    {
        string path = _folder.Write("a.ipynb", Of(Code("1 + 1")));
        NotebookJob job = NotebookJob.Plan([path])[0];
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
        NotebookJob job = NotebookJob.Plan([path], _folder.PathOf("out"))[0];

        await job.RunAsync(new NotebookRunOptions());

        Assert.Equal(before, File.ReadAllText(path));
        Assert.Contains("\"2\"", File.ReadAllText(_folder.PathOf(Path.Combine("out", "a.ipynb"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Durations_are_kept_beside_the_page()
    {
        NotebookJob job = NotebookJob.Plan([_folder.Write("a.ipynb", Of(Code("1 + 1")))])[0];

        await job.RunAsync(new NotebookRunOptions());

        System.Text.Json.Nodes.JsonNode record = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(job.Record))!;
        Assert.Equal(_folder.PathOf(Path.Combine("artifacts", "a.run.json")), job.Record);
        Assert.Equal("Succeeded", (string?)record["cells"]![0]!["status"]);
        Assert.True((double)record["cells"]![0]!["seconds"]! > 0);
        Assert.Equal((string?)record["executed_sha256"], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(job.Executed))));
    }

    [SkippableFact]
    public async Task A_full_disk_leaves_the_old_notebook_whole()
    {
        string disk = _folder.PathOf("disk");
        Directory.CreateDirectory(disk);
        Skip.IfNot(OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", "size=64k", "none", disk), "Mounting a small disk is not allowed here.");
        try
        {
            string path = _folder.Write("disk/a.ipynb", Of(Code("new string('x', 100_000)")));
            string before = File.ReadAllText(path);

            var error = await Assert.ThrowsAsync<IOException>(() => NotebookJob.Plan([path])[0].RunAsync(new NotebookRunOptions()));

            Assert.Contains("the previous content is unchanged", error.Message, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllText(path));
            Assert.Equal(["a.ipynb"], Directory.GetFileSystemEntries(disk).Select(Path.GetFileName));
        }
        finally
        {
            await RunAsync("umount", disk);
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments) => (await ChildProcess.RunAsync(program, arguments)).ExitCode == 0;
}
