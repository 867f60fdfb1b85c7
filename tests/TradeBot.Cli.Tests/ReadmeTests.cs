using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

public class ReadmeTests
{
    public static TheoryData<string> Commands => [.. File.ReadLines(Repository.PathOf("src", "TradeBot.Cli", "README.md"))
        .Where(line => line.StartsWith("tradebot ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_shown_is_understood(string line)
    {
        string[] arguments = line.Split(' ')[1..];

        Assert.Empty(CommandLine.CreateRoot().Parse(arguments).Errors);
    }
}
