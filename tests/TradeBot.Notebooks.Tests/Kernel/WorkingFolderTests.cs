namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>A process whose working directory somebody removed; in a process of its own, as other tests need theirs.</summary>
public class WorkingFolderTests
{
    private const string Leave = "var gone = System.IO.Directory.CreateTempSubdirectory(\"tradebot-gone-\").FullName; Environment.CurrentDirectory = gone; System.IO.Directory.Delete(gone);";

    [SkippableFact]
    public async Task A_cell_that_needs_it_says_that_it_is_gone_and_works_once_there_is_another()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows lets nobody remove it.");
        (_, string text) = await LoneProcess.RunAsync(Leave, "1 + 1", "#!fsharp\n1 + 1", "Environment.CurrentDirectory = AppContext.BaseDirectory;", "#!fsharp\n1 + 1");

        string[] lines = text.Split('\n');
        Assert.Equal(["ok", "ok"], lines[..2]);
        Assert.StartsWith("DirectoryNotFoundException: The working directory of this process was removed", lines[2], StringComparison.Ordinal);
        Assert.Equal(["ok", "ok"], lines.SkipWhile(line => line != "ok").Skip(2).SkipWhile(line => line != "ok").Take(2));
    }

    [SkippableFact]
    public async Task Notebooks_run_one_after_another_also_from_a_folder_that_is_gone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows lets nobody remove it.");
        const string run = """
            var notebook = TradeBot.Notebooks.NotebookDocument.Parse("{\"cells\": [{\"cell_type\": \"code\", \"metadata\": {}, \"source\": \"1\"}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}");
            var result = await new TradeBot.Notebooks.NotebookRunner(new()).RunAsync(notebook, AppContext.BaseDirectory).WaitAsync(TimeSpan.FromMinutes(2));
            if (!result.Succeeded) throw new Exception("failed");
            """;
        (_, string text) = await LoneProcess.RunAsync(Leave, run, run);

        Assert.Equal(["ok", "ok", "ok"], text.Split('\n')[..3]);
    }
}
