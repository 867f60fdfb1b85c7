using System.Xml.Linq;

namespace TradeBot.Cli.Tests;

public sealed class NotebookTestCommandTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_notebook_that_shows_what_is_recorded_exits_with_0_and_stays_as_it_is()
    {
        string notebook = _folder.Add("a.ipynb", "Console.WriteLine($\"took {DateTime.Now.Ticks % 1000}.5 ms\");", "0.1 + 0.2");
        await Cli.RunAsync("notebook", "run", notebook);
        byte[] recorded = File.ReadAllBytes(notebook);

        (int code, string output, string error) = await Cli.RunAsync("notebook", "test", notebook);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("ok       a.ipynb  2 cells as recorded in ", output, StringComparison.Ordinal);
        Assert.Equal(recorded, File.ReadAllBytes(notebook));
        Assert.True(File.Exists(_folder.PathOf("artifacts", "test", "a.html")));
        Assert.False(File.Exists(_folder.PathOf("artifacts", "test", "a.diff.html")));
    }

    [Fact]
    public async Task A_difference_exits_with_1_and_is_reported_in_the_terminal_on_a_page_and_in_reports()
    {
        string notebook = _folder.Add("a.ipynb", "System.IO.File.ReadAllText(\"n.txt\")", "2");
        File.WriteAllText(_folder.PathOf("n.txt"), "equity 100.5");
        await Cli.RunAsync("notebook", "run", notebook);
        File.WriteAllText(_folder.PathOf("n.txt"), "equity 100.6");
        string junit = _folder.PathOf("r.xml");

        (int code, string output, _) = await Cli.RunAsync("notebook", "test", notebook, "--junit", junit);

        Assert.Equal(1, code);
        Assert.StartsWith("differs  a.ipynb  1 of 2 cells not as recorded in ", output, StringComparison.Ordinal);
        Assert.Contains("\n    cell 1, output 1, text/plain, line 1: recorded equity 100.5, now equity 100.6 (by +0.1, +0.0995 %)\n", output, StringComparison.Ordinal);
        Assert.Contains("equity 100.6", File.ReadAllText(_folder.PathOf("artifacts", "test", "a.diff.html")), StringComparison.Ordinal);
        Assert.Contains("now equity 100.6", XDocument.Load(junit).Descendants("failure").Single().Attribute("message")!.Value, StringComparison.Ordinal);

        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", notebook, "--relative", "0.01")).Code);
        Assert.False(File.Exists(_folder.PathOf("artifacts", "test", "a.diff.html")));
        Assert.Equal(1, (await Cli.RunAsync("notebook", "test", notebook, "--absolute", "0.01")).Code);
    }

    [Fact]
    public async Task A_notebook_runs_with_the_parameters_it_was_recorded_with_and_others_are_refused()
    {
        string notebook = _folder.Add("p.ipynb", "[parameters]int fast = 1; string api_key = \"\";", "fast + api_key.Length");
        await Cli.RunAsync("notebook", "run", notebook);
        await Cli.RunAsync("notebook", "run", notebook, "-p", "fast=3", "-p", "api_key=a-long-secret");
        string copy = Directory.GetFiles(_folder.PathOf("artifacts"), "p.*.ipynb").Single();

        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", notebook)).Code);
        (int code, _, string error) = await Cli.RunAsync("notebook", "test", notebook, "-p", "fast=3");
        Assert.Equal(2, code);
        Assert.Contains("recorded without the parameter \"fast\"", error, StringComparison.Ordinal);

        Assert.DoesNotContain("a-long-secret", File.ReadAllText(copy), StringComparison.Ordinal);
        Assert.Contains("give it with -p api_key=", (await Cli.RunAsync("notebook", "test", copy)).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", copy, "-p", "api_key=a-long-secret")).Code);
        Assert.Contains("recorded with fast=3", (await Cli.RunAsync("notebook", "test", copy, "-p", "api_key=a-long-secret", "-p", "fast=4")).Error, StringComparison.Ordinal);

        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", notebook, "-p", "fast=5", "--update")).Code);
        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", notebook, "-p", "fast=5")).Code);
        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", notebook)).Code);
    }

    [Fact]
    public async Task A_source_changed_since_its_outputs_is_an_error_until_updated()
    {
        string notebook = _folder.Add("a.ipynb", "1 + 1");
        await Cli.RunAsync("notebook", "run", notebook);
        File.WriteAllText(notebook, File.ReadAllText(notebook).Replace("\"1 + 1\"", "\"3 - 1\"", StringComparison.Ordinal));

        (int code, string output, _) = await Cli.RunAsync("notebook", "test", notebook);
        Assert.Equal(1, code);
        Assert.Contains("cell 1: its source changed since its outputs were recorded", output, StringComparison.Ordinal);

        (code, output, _) = await Cli.RunAsync("notebook", "test", notebook, "--update");
        Assert.Equal(0, code);
        Assert.StartsWith("updated  a.ipynb  1 of 1 cells", output, StringComparison.Ordinal);

        Assert.Equal(0, (await Cli.RunAsync("notebook", "test", notebook)).Code);
    }

    [Fact]
    public async Task A_cell_that_fails_is_no_update()
    {
        string notebook = _folder.Add("a.ipynb", "System.IO.File.ReadAllText(\"n.txt\")");
        File.WriteAllText(_folder.PathOf("n.txt"), "1");
        await Cli.RunAsync("notebook", "run", notebook);
        string recorded = File.ReadAllText(notebook);
        File.Delete(_folder.PathOf("n.txt"));

        (int code, string output, _) = await Cli.RunAsync("notebook", "test", notebook, "--update");

        Assert.Equal(1, code);
        Assert.Contains("FileNotFoundException", output, StringComparison.Ordinal);
        Assert.Equal(recorded, File.ReadAllText(notebook));
    }

    [Theory]
    [InlineData("--relative", "-1")]
    [InlineData("--absolute", "NaN")]
    [InlineData("--jobs", "0")]
    public async Task Wrong_usage_exits_with_2(string option, string value)
    {
        Assert.Equal(2, (await Cli.RunAsync("notebook", "test", _folder.Add("a.ipynb", "1"), option, value)).Code);
    }
}
