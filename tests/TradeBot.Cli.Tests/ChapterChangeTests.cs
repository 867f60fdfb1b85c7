using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

/// <summary>A chapter whose fee was changed, as CI and as a reviewer see it.</summary>
public sealed partial class ChapterChangeTests : IDisposable
{
    private const string Chapter = "04-backtest", Fee = "0.00055m", Dearer = "0.001m";
    private const string Moved = @"column ""Return"", row \d+: recorded -?[\d.]+%, now -?[\d.]+% \(by ";

    private readonly string _folder = Directory.CreateTempSubdirectory("tradebot-change-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_changed_fee_is_caught_and_the_figures_that_moved_are_reported()
    {
        // The chapter as recorded, in another place: its paths lead from there to the same files.
        string copy = Path.Combine(_folder, $"{Chapter}.ipynb"), root = Repository.PathOf().Replace('\\', '/');
        JsonNode notebook = JsonNode.Parse(File.ReadAllText(Repository.PathOf("notebooks", $"{Chapter}.ipynb")))!;
        foreach (JsonNode? cell in notebook["cells"]!.AsArray())
        {
            JsonNode?[] lines = [.. cell!["source"]!.AsArray()];
            cell["source"] = new JsonArray([.. lines.Select(line => JsonValue.Create(((string)line!).Replace("\"../", $"\"{root}/", StringComparison.Ordinal).Replace(Fee, Dearer, StringComparison.Ordinal)))]);
        }

        File.WriteAllText(copy, notebook.ToJsonString());

        CommandRun run = await CommandRun.OfAsync("notebook", "test", copy, "--out", Path.Combine(_folder, "out"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"differs  {Chapter}.ipynb", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"cell \d+: its source changed since its outputs were recorded", run.Output);
        Assert.Matches(Moved, run.Output);
        Assert.Contains("recorded 5.5 bp, now 10.0 bp", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "out", $"{Chapter}.diff.html")), run.Output);
    }

    [Fact]
    public async Task The_comparison_page_shows_both_runs_side_by_side()
    {
        string recorded = Repository.PathOf("notebooks", $"{Chapter}.ipynb"), output = Path.Combine(_folder, "out"), page = Path.Combine(_folder, "compare.html");
        CommandRun run = await CommandRun.OfAsync("notebook", "run", recorded, "--out", output, "-p", "taker=0.001", "-p", $"output={Path.Combine(_folder, "results")}");
        Assert.True(run.ExitCode == 0, run.Output);

        (int code, string text, _) = await Cli.RunAsync("notebook", "compare", recorded, Path.Combine(output, $"{Chapter}.ipynb"), "--out", page);

        Assert.Equal(1, code);
        Assert.Matches(Moved, text);
        string[] marked = [.. Marks().Matches(await File.ReadAllTextAsync(page)).Select(mark => mark.Groups[1].Value)];
        Assert.Contains("5.5", marked); // basis points, as the facts of the run say the fee
        Assert.Contains("10.0", marked);
    }

    [GeneratedRegex("<mark[^>]*>([^<]*)</mark>")]
    private static partial Regex Marks();
}
