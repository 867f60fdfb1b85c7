using System.Text.RegularExpressions;
using System.Xml.Linq;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

public sealed class IntegrationTests
{
    private static readonly string[] Bridges = [.. SourceTree.Projects.Where(project => project.StartsWith("TradeBot.Integrations.", StringComparison.Ordinal))];

    private static readonly string[] Packages =
        [.. Versions("IntegrationPackage").Select(package => package.Attribute("Include")!.Value), "CryptoExchange.Net", "Apache.Arrow"];

    public static TheoryData<string> AllBridges => [.. Bridges];

    private static bool AreCompiled => string.Equals(
        Environment.GetEnvironmentVariable("TRADEBOT_INTEGRATIONS"), "true", StringComparison.OrdinalIgnoreCase);

    [SkippableFact]
    public void Without_the_property_no_package_of_theirs_is_in_the_restore_graph()
    {
        Skip.If(AreCompiled, "The bridges are compiled here.");
        string[] projects = [.. SourceTree.Projects, .. Directory.GetDirectories(Repository.PathOf("tests"), "TradeBot.*").Select(folder => Path.GetFileName(folder)!)];
        string[] graphs = [.. projects.Select(project => Repository.PathOf("artifacts", "obj", project, "project.assets.json")).Where(File.Exists)];
        Assert.NotEmpty(graphs);
        foreach (string graph in graphs)
        {
            string text = File.ReadAllText(graph);
            Assert.DoesNotContain(Packages, package => Regex.IsMatch(text, $"\"{Regex.Escape(package)}[\"/]", RegexOptions.IgnoreCase));
        }
    }

    [Theory]
    [MemberData(nameof(AllBridges))]
    public void A_bridge_asks_for_its_packages_and_projects_under_the_property_alone(string bridge)
    {
        foreach (string path in (string[])[Path.Combine(SourceTree.Root, bridge, bridge + ".csproj"), Repository.PathOf("tests", bridge + ".Tests", bridge + ".Tests.csproj")])
        {
            XElement[] references = [.. XDocument.Load(path).Descendants().Where(item => item.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")];
            Assert.NotEmpty(references);
            Assert.All(references, item => Assert.Equal("'$(TradeBotIntegrations)' == 'true'", item.Parent!.Attribute("Condition")?.Value));
        }
    }

    [Fact]
    public void Their_versions_live_with_all_others_under_the_property()
    {
        Assert.Equal("'$(TradeBotIntegrations)' == 'true'", Versions("IntegrationPackage").First().Parent!.Attribute("Condition")?.Value);
        IEnumerable<string> asked = Bridges.SelectMany(bridge => SourceTree.Items(bridge, "PackageReference"));
        Assert.Equal(Versions("IntegrationPackage").Select(package => package.Attribute("Include")!.Value).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        Assert.Empty(Versions("PackageVersion").Select(package => package.Attribute("Include")!.Value).Intersect(Packages));
    }

    [Theory]
    [MemberData(nameof(AllBridges))]
    public void A_bridge_says_which_versions_it_was_written_for(string bridge)
    {
        string readme = File.ReadAllText(Path.Combine(SourceTree.Root, bridge, "README.md"));
        Assert.Contains("Compiled only where `TradeBotIntegrations` is `true`", readme, StringComparison.Ordinal);
        foreach (string package in SourceTree.Items(bridge, "PackageReference"))
        {
            string version = Versions("IntegrationPackage").Single(item => item.Attribute("Include")!.Value == package).Attribute("Version")!.Value;
            Assert.Contains(version, readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_package_greets_in_NET_Interactive_and_registers_nothing()
    {
        XElement packed = XDocument.Load(Path.Combine(SourceTree.Root, "TradeBot", "TradeBot.csproj")).Descendants("None")
            .Single(item => item.Attribute("PackagePath")?.Value == "interactive-extensions/dotnet/extension.dib");
        string[] lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "TradeBot", packed.Attribute("Include")!.Value));
        Assert.Equal("#!csharp", lines[0]);
        Assert.StartsWith("Console.WriteLine(", Assert.Single(lines.Skip(1), line => line.Length > 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_feed_that_lacks_the_packages_one_message_says_which_feed_is_needed()
    {
        string folder = Directory.CreateTempSubdirectory("tradebot-feed-").FullName;
        try
        {
            ChildRun restore = await ChildProcess.RunAsync("dotnet",
            [
                "restore", "src/TradeBot.Integrations.MLNet", "-nodeReuse:false", "-p:TradeBotIntegrations=true", $"-p:RestoreSources={folder}", $"-p:ProbeFolder={folder}{Path.DirectorySeparatorChar}",
            ],
            Repository.Root);

            string[] errors = [.. restore.Text.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct()];
            Assert.NotEqual(0, restore.ExitCode);
            string message = Assert.Single(errors);
            Assert.Contains("https://api.nuget.org/v3/index.json", message, StringComparison.Ordinal);
            Assert.Contains("Microsoft.ML 5.0.0", message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<XElement> Versions(string item) => XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Packages.props")).Descendants(item)
        .Where(element => element.Attribute("Version") is not null);
}
