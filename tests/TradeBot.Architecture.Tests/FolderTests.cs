using Xunit;

namespace TradeBot.Architecture.Tests;

public class FolderTests
{
    /// <summary>Folders that still use each other. The list may only become shorter: a pair that is gone must leave it, a new pair is an error.</summary>
    private static readonly string[] Known =
    [
        "TradeBot.Notebooks: Kernel/Languages <-> Kernel/Steps",
    ];

    [SkippableFact]
    public void No_two_folders_of_a_project_use_each_other()
    {
        FolderPair[] pairs = [.. SourceTree.Projects
            .Where(project => !project.StartsWith("TradeBot.Integrations.", StringComparison.Ordinal) || FolderGraph.IsBuilt(project))
            .SelectMany(project => FolderGraph.Of(project).Circles())];

        string[] added = [.. pairs.Where(pair => !Known.Contains(pair.Key)).Select(pair => pair.ToString())];
        string[] gone = [.. Known.Except(pairs.Select(pair => pair.Key))];
        Assert.True(added.Length == 0, $"Folders that use each other:\n{string.Join('\n', added)}");
        Assert.True(gone.Length == 0, $"No longer so, to be taken from the list:\n{string.Join('\n', gone)}");
    }
}
