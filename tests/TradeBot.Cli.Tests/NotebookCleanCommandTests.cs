using System.Text;
using System.Text.Json.Nodes;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

public sealed class NotebookCleanCommandTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cleaning_names_the_files_it_changes_and_the_second_time_none()
    {
        string notebook = _folder.Add("a.ipynb", "1 + 1");
        await Cli.RunAsync("notebook", "run", notebook);

        Assert.Equal((1, notebook + "\n", ""), await Cli.RunAsync("notebook", "clean", notebook, "--check"));
        Assert.Equal((0, notebook + "\n", ""), await Cli.RunAsync("notebook", "clean", notebook));
        Assert.Equal((0, "", ""), await Cli.RunAsync("notebook", "clean", notebook));
        Assert.Equal((0, "", ""), await Cli.RunAsync("notebook", "clean", notebook, "--check"));
        Assert.Empty(JsonNode.Parse(File.ReadAllText(notebook))!["cells"]![0]!["outputs"]!.AsArray());
    }

    [Fact]
    public async Task A_recorded_notebook_is_already_normal()
    {
        string notebook = _folder.Add("a.ipynb", "1 + 1", "Console.WriteLine(2);");
        await Cli.RunAsync("notebook", "normalize", notebook);
        await Cli.RunAsync("notebook", "run", notebook);

        Assert.Equal((0, "", ""), await Cli.RunAsync("notebook", "normalize", notebook, "--check"));
    }

    [Fact]
    public async Task Without_a_file_it_is_a_filter_for_git()
    {
        string text = File.ReadAllText(_folder.Add("a.ipynb", "\"ü \U0001F680\""));

        (int code, byte[] once) = await FilterAsync("normalize", Encoding.UTF8.GetBytes(text));
        (_, byte[] twice) = await FilterAsync("normalize", once);

        Assert.Equal(0, code);
        Assert.Equal(once, twice);
        Assert.Equal((byte)'{', once[0]); // no byte order mark
        Assert.Contains("ü \U0001F680", Encoding.UTF8.GetString(once), StringComparison.Ordinal);
        Assert.Equal((2, 0), await FilterAsync("clean", Encoding.UTF8.GetBytes("<<<<<<< HEAD")) is (int refused, { Length: int length }) ? (refused, length) : default);
    }

    [Fact]
    public async Task A_notebook_is_converted_by_the_name_of_its_target()
    {
        File.WriteAllText(_folder.PathOf("a.dib"), "#!markdown\n\n# T\n\n#!csharp\n\n1 + 1\n");

        Assert.Equal(0, (await Cli.RunAsync("notebook", "convert", _folder.PathOf("a.dib"), _folder.PathOf("b.ipynb"))).Code);
        Assert.Equal(0, (await Cli.RunAsync("notebook", "convert", _folder.PathOf("b.ipynb"), _folder.PathOf("c.dib"))).Code);

        Assert.Equal("1 + 1", (string?)JsonNode.Parse(File.ReadAllText(_folder.PathOf("b.ipynb")))!["cells"]![1]!["source"]![0]);
        Assert.Equal(File.ReadAllText(_folder.PathOf("a.dib")), File.ReadAllText(_folder.PathOf("c.dib")));
    }

    [Fact]
    public async Task A_dib_runs_and_leaves_its_outputs_in_a_copy()
    {
        string dib = _folder.PathOf("a.dib");
        File.WriteAllText(dib, "#!csharp\n\n1 + 1\n");

        Assert.Equal(0, (await Cli.RunAsync("notebook", "run", dib)).Code);
        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", dib)).Code);

        Assert.Equal("#!csharp\n\n1 + 1\n", File.ReadAllText(dib));
        Assert.Contains("\"2\"", File.ReadAllText(_folder.PathOf("artifacts", "a.ipynb")), StringComparison.Ordinal);
    }

    private static async Task<(int Code, byte[] Output)> FilterAsync(string verb, byte[] input)
    {
        using ChildProcess process = ChildProcess.Start("dotnet", [CommandRun.Program, "notebook", verb]);
        await process.Input.BaseStream.WriteAsync(input);
        process.Input.Close();
        using var output = new MemoryStream();
        Task copied = process.Output.BaseStream.CopyToAsync(output);
        int code = await process.ExitAsync();
        await copied.WaitAsync(ChildProcess.Patience);
        return (code, output.ToArray());
    }
}
