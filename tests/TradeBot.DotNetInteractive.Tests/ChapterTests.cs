using System.Globalization;
using TradeBot.Testing;
using Xunit.Abstractions;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>Every chapter in the host that many researchers still have: no cell fails, and each shows what is recorded.</summary>
public sealed class ChapterTests(ITestOutputHelper log) : IDisposable
{
    private const string OwnProcess = "TRADEBOT_CHAPTER_IN_OWN_PROCESS";

    private readonly string _output = Directory.CreateTempSubdirectory("tradebot-interactive-").FullName;

    public static TheoryData<string> Names => [.. Chapter.Names];

    public void Dispose() => Directory.Delete(_output, recursive: true);

    [Fact]
    public void The_build_is_where_the_chapters_look_for_it()
    {
        Assert.Contains($"#r \"{HostedCode.Library}\"", Chapter.Read("00-quickstart").Cells[0].Code, StringComparison.Ordinal);
        Assert.True(File.Exists(HostedCode.Built), HostedCode.Built);
        string asked = Path.GetFullPath(Path.Combine(Chapter.Folder, HostedCode.Library));
        Assert.Equal(asked, HostedCode.Built.Replace($"{Path.DirectorySeparatorChar}debug{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}release{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Every_cell_runs_and_shows_what_is_recorded(string name)
    {
        Chapter chapter = Chapter.Read(name);
        Skip.If(chapter.Missing is not null, $"{name} requires {chapter.Missing}, which is not built.");
        if (Environment.GetEnvironmentVariable(OwnProcess) is null)
        {
            await RunInOwnProcessAsync(name);
            return;
        }

        using var host = new InteractiveHost(Chapter.Folder);
        List<string> failed = [], differ = [], explained = [], leftOut = [];
        int run = 0, equal = 0, progress = 0;
        foreach (ChapterCell cell in chapter.Cells)
        {
            if (cell.Missing is { } project)
            {
                leftOut.Add($"cell {cell.Number}: {project} is not built");
                continue;
            }

            InteractiveCell hosted = await host.RunAsync(HostedCode.Of(cell.Code, _output));
            run++;
            progress += hosted.ProgressLines;
            if (hosted.Failure is not null)
                failed.Add($"cell {cell.Number}: {hosted.Failure}");
            else if (Difference(cell, hosted) is { } difference)
                (hosted.IsDataFrame ? explained : differ).Add($"cell {cell.Number}: {difference}");
            else
                equal++;
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {run} cells run, {failed.Count} failed, {equal} equal, {explained.Count} different as explained, {differ.Count} otherwise, {leftOut.Count} left out, {progress} lines of long work"));
        foreach (string line in (IEnumerable<string>)[.. leftOut, .. explained, .. differ, .. failed])
            log.WriteLine("  " + line);
        Assert.Empty(failed);
        Assert.Empty(differ);
        Assert.True(run > 0, "No cell was run.");
    }

    /// <summary>As a user's host does: kernels that share a process also share what each has loaded, and a DLL of one folder then stands for that of another.</summary>
    private async Task RunInOwnProcessAsync(string name)
    {
        string tests = typeof(ChapterTests).Assembly.Location;
        var run = await ChildProcess.RunAsync(
            "dotnet", ["vstest", tests, $"--TestCaseFilter:DisplayName~{name}", "--logger:console;verbosity=detailed", "--", $"RunConfiguration.EnvironmentVariables.{OwnProcess}=true"]);
        log.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    private static string? Difference(ChapterCell cell, InteractiveCell hosted)
    {
        IReadOnlyList<ShownOutput> shown = hosted.Outputs;
        if (!cell.IsCompared)
            return null;
        if (shown.Count != cell.Outputs.Count)
            return string.Create(CultureInfo.InvariantCulture, $"{cell.Outputs.Count} outputs recorded, {shown.Count} shown");
        return cell.Outputs.Zip(shown, (recorded, now) => recorded.DifferenceFrom(now)).FirstOrDefault(difference => difference is not null);
    }
}
