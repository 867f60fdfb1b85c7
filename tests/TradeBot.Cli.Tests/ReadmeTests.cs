using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TradeBot.Testing;

namespace TradeBot.Cli.Tests;

public partial class ReadmeTests
{
    private const string FromSource = "dotnet run -c Release --project src/TradeBot.Cli -- ";

    public static TheoryData<string> Commands =>
    [
        .. File.ReadLines(Repository.PathOf("src", "TradeBot.Cli", "README.md")).Where(line => line.StartsWith("tradebot ", StringComparison.Ordinal))
            .Concat(File.ReadLines(Repository.PathOf("README.md")).Where(line => line.StartsWith(FromSource, StringComparison.Ordinal)).Select(line => "tradebot " + line[FromSource.Length..]))
            .Where(line => !line.EndsWith("--help", StringComparison.Ordinal)) // see below
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_shown_is_understood(string line)
    {
        string[] arguments = line.Split(' ')[1..];

        Assert.Empty(CommandLine.CreateRoot().Parse(arguments).Errors);
    }

    [Fact]
    public async Task The_code_of_the_main_readme_and_of_the_architecture_page_runs_as_the_cells_of_a_notebook()
    {
        string[] cells = [.. Code(Repository.PathOf("README.md")), .. Code(Repository.PathOf("src", "README.md"))];
        using var folder = new NotebookFolder();

        CommandRun run = await CommandRun.OfAsync("notebook", "run", folder.Add("readme.ipynb", cells), "--out", folder.PathOf("out"));

        Assert.True(cells.Length >= 5, $"{cells.Length} pieces of code");
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public async Task The_ten_lines_print_what_the_readme_shows()
    {
        string readme = (await File.ReadAllTextAsync(Repository.PathOf("README.md"))).ReplaceLineEndings("\n");
        using var folder = new NotebookFolder();
        string notebook = folder.Add("readme.ipynb", Code(Repository.PathOf("README.md"))[0]);

        Assert.Equal(0, (await Cli.RunAsync("notebook", "run", notebook)).Code);

        JsonNode output = JsonNode.Parse(await File.ReadAllTextAsync(notebook))!["cells"]![0]!["outputs"]!.AsArray().Single()!;
        Assert.Equal(readme.Split("```text\n")[1].Split("```")[0], string.Concat(output["text"]!.AsArray().Select(line => (string?)line)));
    }

    [Fact]
    public async Task Our_client_of_Bybit_compiles_beside_a_library_with_a_namespace_of_that_name()
    {
        using var folder = new NotebookFolder();
        string other = folder.PathOf("Bybit.Net.dll");
        Assert.True(CSharpCompilation.Create(
            "Bybit.Net", [CSharpSyntaxTree.ParseText("namespace Bybit.Net.Clients { public class BybitRestClient { } }")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(other).Success);
        string usings = $"#r \"{Repository.PathOf("artifacts", "bin", "TradeBot", "release", "TradeBot.dll").Replace('\\', '/')}\"\nusing TradeBot; using TradeBot.Exchanges;";
        string readme = await File.ReadAllTextAsync(Repository.PathOf("src", "TradeBot.Integrations.BybitNet", "README.md"));
        string code = Assert.Single(CodeBlock().Matches(readme).Select(block => block.Groups["code"].Value), block => block.Contains("BybitExchange.At", StringComparison.Ordinal));

        CommandRun alone = await CommandRun.OfAsync("notebook", "run", folder.Add("alone.ipynb", usings, code, "market.Category"), "--out", folder.PathOf("out"));
        CommandRun beside = await CommandRun.OfAsync("notebook", "run", folder.Add("beside.ipynb", usings, $"#r \"{other.Replace('\\', '/')}\"", code, "market.Category"), "--out", folder.PathOf("out"));
        CommandRun hidden = await CommandRun.OfAsync("notebook", "run", folder.Add("hidden.ipynb", usings, $"#r \"{other.Replace('\\', '/')}\"", "Bybit.At(\"mainnet\")"), "--out", folder.PathOf("out"));

        Assert.True(alone.ExitCode == 0, alone.Output);
        Assert.True(beside.ExitCode == 0, beside.Output);
        Assert.Contains("CS0234", hidden.Output, StringComparison.Ordinal); // why there is a second name
    }

    /// <summary>The pieces of code of a page, but for the one that asks the exchange.</summary>
    private static string[] Code(string page)
    {
        string root = Repository.PathOf().Replace('\\', '/');
        return [.. CodeBlock().Matches(File.ReadAllText(page))
            .Select(block => block.Groups["code"].Value.TrimEnd().Replace("\"../", $"\"{root}/", StringComparison.Ordinal))
            .Where(code => !code.Contains("Bybit.Linear", StringComparison.Ordinal))];
    }

    [GeneratedRegex("^```csharp\r?\n(?<code>.*?)^```", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

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
