using System.Text.Json;
using System.Xml.Linq;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

/// <summary>The bridges to other people's packages: each with a switch of its own, and none in the way of what does not use it.</summary>
public sealed class IntegrationTests
{
    private const string Prefix = "TradeBot.Integrations.";

    private static readonly string[] OptIn = ["AutoML", "BybitNet"], ByDefault = ["DataAnalysis", "MLNet", "PlotlyNet"];

    private static readonly string[] Bridges = [.. SourceTree.Projects.Where(project => project.StartsWith(Prefix, StringComparison.Ordinal)).Select(project => project[Prefix.Length..])];

    public static TheoryData<string> AllBridges => [.. Bridges];

    [Fact]
    public void Every_bridge_is_built_by_default_or_opt_in() => Assert.Equal(ByDefault.Concat(OptIn).Order(StringComparer.Ordinal), Bridges.Order(StringComparer.Ordinal));

    [Fact]
    public void The_command_line_restores_the_approved_packages_and_no_other()
    {
        string assets = Repository.PathOf("artifacts", "obj", "TradeBot.Cli", "project.assets.json");
        using var json = JsonDocument.Parse(File.ReadAllText(assets));
        string[] packages =
        [
            .. json.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package")
                .Select(library => library.Name.Split('/')[0]).Order(StringComparer.OrdinalIgnoreCase),
        ];

        string[] approved = File.ReadAllLines(Repository.PathOf("tests", "TradeBot.Architecture.Tests", "command-line-packages.txt"));
        Assert.Equal(approved, packages);
        string[] ofBridges = [.. Versions().Where(version => version.Attribute("Bridge") is not null).Select(version => version.Attribute("Include")!.Value)];
        Assert.Empty(packages.Intersect(ofBridges, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(AllBridges))]
    public void A_bridge_asks_for_its_packages_and_projects_only_where_it_is_built(string bridge)
    {
        string project = Prefix + bridge;
        foreach (string path in (string[])[Path.Combine(SourceTree.Root, project, project + ".csproj"), Repository.PathOf("tests", project + ".Tests", project + ".Tests.csproj")])
        {
            XElement[] references = [.. XDocument.Load(path).Descendants().Where(item => item.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")];
            Assert.NotEmpty(references);
            Assert.All(references, item => Assert.Equal("'$(IsLeftOut)' != 'true'", item.Parent!.Attribute("Condition")?.Value));
        }
    }

    [Theory]
    [MemberData(nameof(AllBridges))]
    public void The_packages_of_a_bridge_are_marked_with_its_name(string bridge) => Assert.Equal(
        SourceTree.Items(Prefix + bridge, "PackageReference").Order(StringComparer.Ordinal),
        Versions().Where(version => version.Attribute("Bridge")?.Value == bridge).Select(version => version.Attribute("Include")!.Value).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AllBridges))]
    public void A_bridge_says_how_it_is_built_and_on_which_versions(string bridge)
    {
        string readme = File.ReadAllText(Path.Combine(SourceTree.Root, Prefix + bridge, "README.md"));
        Assert.Contains(OptIn.Contains(bridge) ? "Opt-in" : "Built by default", readme, StringComparison.Ordinal);
        Assert.Contains($"`-p:TradeBot{bridge}={(OptIn.Contains(bridge) ? "true" : "false")}`", readme, StringComparison.Ordinal);
        foreach (string package in SourceTree.Items(Prefix + bridge, "PackageReference"))
            Assert.Contains(Versions().Single(item => item.Attribute("Include")!.Value == package).Attribute("Version")!.Value, readme, StringComparison.Ordinal);
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
    public async Task On_a_feed_that_lacks_a_package_that_bridge_alone_is_left_out_with_one_sentence()
    {
        using var feed = new PartialFeed(without: "plotly.net");

        ChildRun plotly = await feed.RunAsync("restore", "src/TradeBot.Integrations.PlotlyNet"), frames = await feed.RunAsync("restore", "src/TradeBot.Integrations.DataAnalysis");

        Assert.True(plotly.ExitCode == 0, plotly.Text);
        Assert.True(frames.ExitCode == 0, frames.Text);
        string sentence = Assert.Single(plotly.Text.Split('\n'), line => line.Contains("left out", StringComparison.Ordinal));
        Assert.Contains("TradeBot.Integrations.PlotlyNet is left out, because the configured package feeds lack what it needs (Plotly.NET 6.0.0, Plotly.NET.CSharp 0.14.0)", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", frames.Text, StringComparison.Ordinal);
        Assert.Equal("true", (await feed.RunAsync("msbuild", "src/TradeBot.Integrations.PlotlyNet", "-getProperty:IsLeftOut")).Text.Trim());
        Assert.Equal("", (await feed.RunAsync("msbuild", "src/TradeBot.Integrations.DataAnalysis", "-getProperty:IsLeftOut")).Text.Trim());
        ChildRun build = await feed.RunAsync("build", "src/TradeBot.Integrations.PlotlyNet", "--no-restore");
        Assert.True(build.ExitCode == 0, build.Text);
        Assert.False(File.Exists(Path.Combine(feed.Artifacts, "bin", "TradeBot.Integrations.PlotlyNet", "debug", "TradeBot.Integrations.PlotlyNet.dll")));
    }

    [Fact]
    public async Task What_is_asked_for_and_not_on_the_feed_is_one_error_that_names_the_packages()
    {
        using var feed = new PartialFeed(without: "plotly.net");

        ChildRun restore = await feed.RunAsync("restore", "src/TradeBot.Integrations.PlotlyNet", "-p:TradeBotPlotlyNet=true");

        string message = Assert.Single(restore.Text.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct());
        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains("TradeBotPlotlyNet is true, but the configured package feeds lack", message, StringComparison.Ordinal);
        Assert.Contains("Plotly.NET 6.0.0", message, StringComparison.Ordinal);
    }

    private static XElement[] Versions() => [.. XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Packages.props")).Descendants("PackageVersion")];
}
