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

    [Theory]
    [InlineData("tradebot [command] [options]", "--help")]
    [InlineData("tradebot report compare <before> <after> [options]", "report", "compare", "--help")]
    public async Task Help_calls_the_command_as_it_is_typed(string usage, params string[] arguments)
    {
        (int code, string output, _) = await Cli.RunAsync(arguments);

        Assert.Equal(0, code);
        Assert.Contains($"Usage:\n  {usage}\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
