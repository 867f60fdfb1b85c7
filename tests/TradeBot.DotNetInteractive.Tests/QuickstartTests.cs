using TradeBot.Testing;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>The quickstart in the host that many researchers still have, cell by cell.</summary>
public sealed class QuickstartTests : IDisposable
{
    private static readonly string Notebooks = Repository.PathOf("notebooks");

    private readonly string _output = Directory.CreateTempSubdirectory("tradebot-interactive-").FullName;

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Fact]
    public void The_build_is_where_the_notebook_looks_for_it()
    {
        Assert.Contains($"#r \"{HostedCode.Library}\"", InteractiveHost.CodeCells(Path.Combine(Notebooks, "00-quickstart.ipynb"))[0], StringComparison.Ordinal);
        Assert.True(File.Exists(HostedCode.Built), HostedCode.Built);
        string asked = Path.GetFullPath(Path.Combine(Notebooks, HostedCode.Library));
        Assert.Equal(asked, HostedCode.Built.Replace($"{Path.DirectorySeparatorChar}debug{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}release{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_cell_runs_and_every_value_of_ours_shows_our_HTML()
    {
        using var host = new InteractiveHost(Notebooks);
        List<(string Code, InteractiveCell Cell)> cells = [];
        foreach (string code in InteractiveHost.CodeCells(Path.Combine(Notebooks, "00-quickstart.ipynb")))
            cells.Add((code, await host.RunAsync(HostedCode.Of(code, _output))));

        Assert.All(cells, cell => Assert.True(cell.Cell.Failure is null, $"{cell.Code}\n\n{cell.Cell.Failure}"));

        // A value of a type of ours that shows itself: the style and the class are ours, and the host's own tree is not there.
        (string Code, InteractiveCell Cell)[] shown = [.. cells.Where(cell => cell.Cell.Value is not null)];
        Assert.Equal(10, shown.Length);
        Assert.All(shown, cell =>
        {
            string html = cell.Cell.Shown["text/html"];
            Assert.Contains("class=\"tb", html, StringComparison.Ordinal);
            Assert.DoesNotContain("dni-treeview", html, StringComparison.Ordinal);
        });
        Assert.True(File.Exists(Path.Combine(_output, "report.html")));
    }
}
