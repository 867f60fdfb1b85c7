using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

public class GlossaryTests
{
    /// <summary>The projects whose prose follows the glossary; all in the end.</summary>
    private static readonly string[] Covered =
    [
        "TradeBot.Learning", "TradeBot.Strategies", "TradeBot.MarketData", "TradeBot.Indicators", "TradeBot.Statistics", "TradeBot.Bybit",
        "TradeBot.Trading", "TradeBot.Optimization", "TradeBot.Research", "TradeBot.Reporting",
    ];

    /// <summary>What may use a replaced word, and why: at most ten.</summary>
    private static readonly (string File, string Phrase, string Reason)[] Allowed =
    [
    ];

    private static readonly Lazy<IReadOnlyList<(string File, int Line, string Phrase, string Text)>> All = new(() => [.. Covered.AsParallel().AsOrdered().SelectMany(Findings)]);

    [Fact]
    public void No_documentation_message_or_readme_uses_a_word_that_the_glossary_replaces()
    {
        var found = All.Value.Where(f => !Allowed.Any(a => a.File == f.File && a.Phrase == f.Phrase)).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found.Select(f => $"{f.File}:{f.Line}: '{f.Phrase}' in: {f.Text}")));
    }

    [Fact]
    public void Each_exception_has_a_reason_and_is_needed()
    {
        Assert.InRange(Allowed.Length, 0, 10);
        var found = All.Value.Select(f => (f.File, f.Phrase)).ToHashSet();
        Assert.All(Allowed, a =>
        {
            Assert.False(string.IsNullOrWhiteSpace(a.Reason));
            Assert.Contains((a.File, a.Phrase), found);
        });
    }

    [Fact]
    public void The_search_reads_documentation_comments_messages_and_text_but_no_code()
    {
        const string Source = """
            /// <summary>Foretold, and not <c>anew</c>.</summary>
            class Anew { string M = $"drawn {1} anew"; } // for want
                                                         // dealt out
            """;
        string[] found = [.. GlossaryText.Prose(Source).SelectMany(p => GlossaryText.Pattern.Matches(p.Text)).Select(m => m.Value)];
        Assert.Equal(["Foretold", "anew", "dealt out"], found);

        string[] lines = [.. GlossaryText.Markdown("`anew`\n```\nanew\n```\nfor  want of").Where(l => GlossaryText.Pattern.IsMatch(l.Text)).Select(l => $"{l.Line}")];
        Assert.Equal(["5"], lines);
    }

    [Fact]
    public void The_glossary_explains_each_term_once()
    {
        Assert.InRange(GlossaryText.Terms.Count, 50, 90);
        Assert.Equal(GlossaryText.Terms.Count, GlossaryText.Terms.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(GlossaryText.Replaced.Count, GlossaryText.Replaced.Distinct().Count());
    }

    private static IEnumerable<(string File, int Line, string Phrase, string Text)> Findings(string project)
    {
        string folder = Repository.PathOf("src", project);
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Append(Path.Combine(folder, "README.md"));
        return from file in files.Order(StringComparer.Ordinal)
               let text = File.ReadAllText(file)
               from prose in file.EndsWith(".cs", StringComparison.Ordinal) ? GlossaryText.Prose(text) : GlossaryText.Markdown(text)
               from match in GlossaryText.Pattern.Matches(prose.Text)
               select (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), prose.Line, match.Value.ToLowerInvariant(), prose.Text.Trim());
    }
}
