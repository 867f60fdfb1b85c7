using System.Text.RegularExpressions;

namespace TradeBot.Architecture.Tests;

public class DependencyTests
{
    private static readonly string[] Engine =
    [
        "TradeBot.Statistics", "TradeBot.MarketData", "TradeBot.Indicators", "TradeBot.Strategies", "TradeBot.Trading",
        "TradeBot.Optimization", "TradeBot.Learning", "TradeBot.Research", "TradeBot.Reporting",
    ];

    private static readonly Dictionary<string, string[]> AllowedReferences = new()
    {
        ["TradeBot.Statistics"] = [],
        ["TradeBot.MarketData"] = ["TradeBot.Statistics"],
        ["TradeBot.Indicators"] = ["TradeBot.MarketData"],
        ["TradeBot.Strategies"] = ["TradeBot.Indicators"],
        ["TradeBot.Trading"] = ["TradeBot.Statistics", "TradeBot.Strategies"],
        ["TradeBot.Optimization"] = ["TradeBot.Statistics"],
        ["TradeBot.Learning"] = ["TradeBot.Trading", "TradeBot.Optimization"],
        ["TradeBot.Sessions"] = ["TradeBot.Trading"],
        ["TradeBot.Research"] = ["TradeBot.Trading", "TradeBot.Optimization", "TradeBot.Learning"],
        ["TradeBot.Reporting"] = ["TradeBot.Learning", "TradeBot.Sessions"],
        ["TradeBot"] = [.. Engine, "TradeBot.Bybit", "TradeBot.Sessions"],
        ["TradeBot.Bybit"] = ["TradeBot.Trading"],
        ["TradeBot.Bybit.Emulator"] = ["TradeBot.Bybit", "TradeBot.Trading"],
        ["TradeBot.Notebooks"] = ["TradeBot.Reporting"],
        ["TradeBot.Server"] = ["TradeBot.Reporting", "TradeBot.Bybit"],
        ["TradeBot.Distributed"] = ["TradeBot.Optimization"],
    };

    private static readonly Dictionary<string, string[]> EnginePackages = new()
    {
        ["TradeBot.MarketData"] = ["CsvHelper", "MathNet.Numerics", "System.Numerics.Tensors"],
        ["TradeBot.Reporting"] = ["CsvHelper", "MathNet.Numerics", "System.Numerics.Tensors"],
        ["TradeBot.Strategies"] = ["YamlDotNet", "MathNet.Numerics", "System.Numerics.Tensors"],
    };

    private static readonly string[] AnyEnginePackage = ["MathNet.Numerics", "System.Numerics.Tensors"];

    public static TheoryData<string> AllProjects => [.. SourceTree.Projects];

    public static TheoryData<string> EngineProjects => [.. Engine];

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void A_project_references_only_what_the_house_allows(string project)
    {
        string[] references = [.. SourceTree.Items(project, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))];
        if (project is "TradeBot.Cli" || project.StartsWith("TradeBot.Integrations.", StringComparison.Ordinal))
            return; // the command line composes everything; a bridge references the port that it implements

        Assert.True(AllowedReferences.TryGetValue(project, out string[]? allowed), $"{project} is not in the house's table of projects.");
        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(EngineProjects))]
    public void The_engine_uses_only_the_packages_agreed(string project)
    {
        string[] allowed = EnginePackages.GetValueOrDefault(project, AnyEnginePackage);
        Assert.Empty(SourceTree.Items(project, "PackageReference").Except(allowed));
    }

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void Only_commands_servers_and_notebooks_know_the_integrations(string project)
    {
        if (project is "TradeBot.Cli" or "TradeBot.Server" || project.StartsWith("TradeBot.Integrations.", StringComparison.Ordinal))
            return;
        Assert.DoesNotContain(SourceTree.ReferencesOf(project), r => r.StartsWith("TradeBot.Integrations.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_strategy_cannot_place_orders()
    {
        Assert.DoesNotContain("TradeBot.Trading", SourceTree.ReferencesOf("TradeBot.Strategies"));
        AssertNowhere(["TradeBot.Strategies"], @"\bTradeBot\.Trading\b");
    }

    [Fact]
    public void Optimisation_knows_nothing_of_trading()
    {
        Assert.Equal(["TradeBot.Statistics"], SourceTree.ReferencesOf("TradeBot.Optimization"));
        AssertNowhere(["TradeBot.Optimization"], @"\b(Candle|CandleSeries|IStrategy|BacktestResult)\b");
    }

    [Fact]
    public void Results_exist_without_html()
    {
        Assert.DoesNotContain("TradeBot.Reporting", SourceTree.ReferencesOf("TradeBot.Trading"));
        AssertNowhere(["TradeBot.Trading"], @"</?(div|table|span|svg|html)\b");
    }

    [Theory]
    [MemberData(nameof(EngineProjects))]
    public void The_engine_opens_no_socket_and_serves_no_page(string project) => AssertNowhere(
        [project], withoutStrings: true, pattern: @"\bSystem\.Net\b|\bHttpClient\b|\b(Tcp|Udp)(Client|Listener)\b|\bWebSocket\b|\bMicrosoft\.AspNetCore\b");

    [Theory]
    [MemberData(nameof(EngineProjects))]
    public void The_engine_has_no_clock_but_TimeProvider_and_no_chance_but_a_seed(string project) => AssertNowhere(
        [project], withoutStrings: true, pattern: @"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bStopwatch\b|\bTickCount|\bRandom\.Shared\b|new Random\(\)|\bGuid\.NewGuid\b|\bRandomNumberGenerator\b");

    [Theory]
    [InlineData("Engine")]
    [InlineData("Orders")]
    [InlineData("Accounting")]
    [InlineData("Risk")]
    [InlineData("Simulation")]
    [InlineData("Performance")]
    public void The_parts_of_an_account_are_synchronous_and_know_nothing_of_live(string folder)
    {
        Assert.NotEmpty(SourceTree.Sources("TradeBot.Trading", folder));
        AssertNowhere(["TradeBot.Trading", folder], @"\basync\b|\bawait\b|\bTask\b|\bTradeBot\.Trading\.Live\b");
    }

    [Fact]
    public void The_notebook_machinery_knows_nothing_of_trading() => AssertNowhere(
        ["TradeBot.Notebooks"], @"\bTradeBot\.(Statistics|MarketData|Indicators|Strategies|Trading|Learning|Optimization)\b");

    [Fact]
    public void No_project_or_folder_is_a_drawer_for_odds_and_ends()
    {
        string[] drawers = ["Common", "Core", "Utils", "Helpers", "Abstractions"];
        IEnumerable<string> folders = Directory.EnumerateDirectories(SourceTree.Root, "*", SearchOption.AllDirectories)
            .SelectMany(d => Path.GetFileName(d)!.Split('.'));
        Assert.Empty(folders.Intersect(drawers, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_rule_finds_what_it_forbids()
    {
        // The rules above pass on sources that break none; this shows that they would not pass on ones that do.
        Assert.Contains(SourceTree.Sources("TradeBot.Cli"), s => Regex.IsMatch(s.Code, @"\bTask\b"));
        Assert.Contains("TradeBot.MarketData", SourceTree.ReferencesOf("TradeBot.Reporting"));
    }

    /// <param name="folder">Below src/.</param>
    /// <param name="pattern">What may not stand there outside comments.</param>
    /// <param name="withoutStrings">Whether a string may name it: the causality check names what it looks for.</param>
    private static void AssertNowhere(string[] folder, string pattern, bool withoutStrings = false)
    {
        (string Path, string Code)[] sources =
            [.. SourceTree.Sources(folder).Select(s => (s.Path, withoutStrings ? SourceTree.WithoutStrings(s.Code) : s.Code))];
        Assert.NotEmpty(sources);
        string[] breaches = [.. sources.Select(s => (s.Path, Regex.Match(s.Code, pattern).Value)).Where(x => x.Value.Length > 0).Select(x => $"{x.Path}: {x.Value}")];
        Assert.Empty(breaches);
    }
}
