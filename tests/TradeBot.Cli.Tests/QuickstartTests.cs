using System.Text.Json.Nodes;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>The quickstart as a newcomer, as CI and as a reviewer meet it.</summary>
public sealed class QuickstartTests : IDisposable
{
    private static readonly string Quickstart = Repository.PathOf("notebooks", "00-quickstart.ipynb");

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-quickstart-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Two_runs_give_the_recorded_bytes()
    {
        byte[] recorded = File.ReadAllBytes(Quickstart);
        await RunAsync("a", []);
        await RunAsync("b", []);

        Assert.Equal(recorded, File.ReadAllBytes(Quickstart));
        string[] files = [.. Files("a")];
        Assert.Equal(files, Files("b"));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, "a", file)), File.ReadAllBytes(Path.Combine(_folder, "b", file))));

        // The output folder is a parameter, so it is named in the executed copy; the recorded outputs are otherwise the same.
        Assert.Equal(Outputs(Quickstart), Outputs(Path.Combine(_folder, "a", "00-quickstart.ipynb")));
    }

    [SkippableFact]
    public async Task The_pages_open_in_a_browser_without_a_request_or_an_error()
    {
        await RunAsync("run", []);
        foreach (string page in (string[])["00-quickstart.html", Path.Combine("results", "report.html")])
        {
            BrowserVisit visit = await BrowserVisit.ToAsync(Path.Combine(_folder, "run", page));
            Assert.Empty(visit.Requests);
            Assert.Empty(visit.Messages);
            Assert.InRange(visit.OverflowAt400, int.MinValue, 0);
            Assert.True(visit.Charts >= 3, $"{page} draws {visit.Charts} charts.");
            Assert.Contains("indistinguishable from luck", visit.Text, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task A_year_of_real_candles_completes_and_reports_its_outage()
    {
        string data = Repository.Shared("data", "binance-spot", "BTCUSDT_1m_2023.csv.gz");
        await RunAsync("real", ["-p", $"data={data}"]);

        BrowserVisit notebook = await BrowserVisit.ToAsync(Path.Combine(_folder, "real", "00-quickstart.html"));
        Assert.Contains("525,520 candles", notebook.Text, StringComparison.Ordinal);
        Assert.Contains("1 gap, 80 candles missing", notebook.Text, StringComparison.Ordinal);
        Assert.Contains("2023-03-24 12:39", notebook.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", notebook.Text, StringComparison.Ordinal);
        Assert.Empty(notebook.Requests);
        Assert.Empty(notebook.Messages);

        BrowserVisit report = await BrowserVisit.ToAsync(Path.Combine(_folder, "real", "results", "report.html"));
        Assert.Contains("BTCUSDT 1m", report.Text, StringComparison.Ordinal);
        Assert.Contains("1 gap (80 candles missing)", report.Text, StringComparison.Ordinal);
        Assert.Contains("48 trials", report.Text, StringComparison.Ordinal);
        Assert.Empty(report.Requests);
        Assert.Empty(report.Messages);
    }

    private async Task RunAsync(string name, string[] parameters)
    {
        string folder = Path.Combine(_folder, name);
        CommandRun run = await CommandRun.OfAsync(
            ["notebook", "run", Quickstart, "--out", folder, "-p", $"output={Path.Combine(folder, "results")}", .. parameters]);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    private IEnumerable<string> Files(string name) => Directory
        .EnumerateFiles(Path.Combine(_folder, name, "results"))
        .Select(file => Path.GetRelativePath(Path.Combine(_folder, name), file))
        .Order(StringComparer.Ordinal);

    /// <summary>The outputs of every cell but the one that states the parameters.</summary>
    private static string Outputs(string notebook) => string.Join('\n', JsonNode.Parse(File.ReadAllText(notebook))!["cells"]!.AsArray()
        .Where(cell => cell!["metadata"]!["tags"] is null)
        .Select(cell => cell!["outputs"]?.ToJsonString()));
}
