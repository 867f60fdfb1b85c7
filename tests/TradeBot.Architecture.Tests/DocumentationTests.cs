using System.Text.RegularExpressions;
using System.Xml.Linq;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

/// <summary>What the assemblies' XML documentation shows to a reader.</summary>
public partial class DocumentationTests
{
    [SkippableFact]
    public void No_rule_table_is_on_a_type_that_a_reader_does_not_see()
    {
        Skip.If(Tables().All(t => !t.Project.Equals("TradeBot.Trading", StringComparison.Ordinal)), "The solution is not built in Release.");
        string[] hidden = [.. Tables().Where(t => !IsOffered(t.Project, t.Member)).Select(t => $"{t.Project}: {t.Member}")];
        Assert.True(hidden.Length == 0, $"Tables on internal types belong on a public type or in the project's README:\n{string.Join('\n', hidden)}");
    }

    [SkippableTheory]
    [InlineData("TradeBot.Trading.Margin")]
    [InlineData("TradeBot.Trading.Fill")]
    [InlineData("TradeBot.Trading.Backtest")]
    [InlineData("TradeBot.Trading.RiskPolicy")]
    public void Rules_are_tables_of_public_types(string type)
    {
        Skip.If(!Tables().Any(), "The solution is not built in Release.");
        Assert.Contains(Tables(), t => t.Member == $"T:{type}" && IsOffered(t.Project, t.Member));
    }

    /// <summary>The members whose documentation has a table, as a list or in Markdown.</summary>
    private static IEnumerable<(string Project, string Member)> Tables() =>
        from project in SourceTree.Projects
        let file = Repository.PathOf("artifacts", "bin", project, "release", project + ".xml")
        where File.Exists(file)
        from member in XDocument.Load(file).Descendants("member")
        where member.Descendants("list").Any(list => list.Attribute("type")?.Value == "table") || MarkdownTable().IsMatch(member.Value)
        select (project, member.Attribute("name")!.Value);

    /// <summary>Whether the project's file of what it offers names the member; a program offers nothing.</summary>
    private static bool IsOffered(string project, string member)
    {
        string file = Path.Combine(SourceTree.Root, project, "PublicAPI.Unshipped.txt");
        string name = member[2..].Split('(')[0].Split('`')[0].Replace(".#ctor", "", StringComparison.Ordinal);
        return File.Exists(file) && File.ReadLines(file).Any(line => Regex.IsMatch(line, $@"(^|\s){Regex.Escape(name)}([.<( ]|$)"));
    }

    [GeneratedRegex(@"^\s*\|\s*---", RegexOptions.Multiline)]
    private static partial Regex MarkdownTable();
}
