using TradeBot.Notebooks.Tests.Kernel;
using TradeBot.Testing;

namespace TradeBot.Notebooks.Tests;

[Collection(WorkingDirectory.Runs)]
public class ReadmeTests
{
    [Fact]
    public async Task The_example_gives_what_the_readme_says()
    {
        string readme = File.ReadAllText(Repository.PathOf("src", "TradeBot.Notebooks", "README.md")).ReplaceLineEndings("\n");
        string example = readme.Split("```csharp\n")[1].Split("```")[0];
        using var session = new TestSession();

        Assert.Equal("(True, True)", await session.ValueAsync(example));
    }
}
