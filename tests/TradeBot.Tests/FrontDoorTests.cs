using System.Reflection;
using TradeBot.Testing;

namespace TradeBot.Tests;

public class FrontDoorTests
{
    [Fact]
    public void A_notebook_that_loads_TradeBot_finds_every_assembly_behind_it()
    {
        string[] projects =
        [
            .. File.ReadLines(Repository.PathOf("src", "TradeBot", "TradeBot.csproj"))
                .Where(line => line.Contains("<ProjectReference", StringComparison.Ordinal))
                .Select(line => Path.GetFileNameWithoutExtension(line.Split('"')[1])),
        ];
        HashSet<string> found = [];
        Follow("TradeBot", found);
        Assert.NotEmpty(projects);
        Assert.Empty(projects.Except(found));
    }

    private static void Follow(string assembly, HashSet<string> found)
    {
        foreach (AssemblyName name in Assembly.Load(assembly).GetReferencedAssemblies().Where(a => a.Name!.StartsWith("TradeBot", StringComparison.Ordinal)))
        {
            if (found.Add(name.Name!))
                Follow(name.Name!, found);
        }
    }
}
