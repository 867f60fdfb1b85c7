using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

public class GlossaryTests
{
    /// <summary>What may use a replaced word, and why: at most ten.</summary>
    private static readonly (string File, string Phrase, string Reason)[] Allowed =
    [
    ];

    private static readonly Lazy<IReadOnlyList<(string File, int Line, string Phrase, string Text)>> All = new(() => [.. Files().AsParallel().AsOrdered().SelectMany(Findings)]);

    [Fact]
    public void No_documentation_message_page_or_chapter_uses_a_word_that_the_glossary_replaces()
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

        const string Notebook = """
            {"cells":[{"cell_type":"code","source":"// anew"},{"cell_type":"markdown","source":["Drawn anew.\n","Not `anew`."]}]}
            """;
        Assert.Equal(["anew"], GlossaryText.Notebook(Notebook).SelectMany(l => GlossaryText.Pattern.Matches(l.Text)).Select(m => m.Value));
    }

    [Fact]
    public void The_glossary_explains_each_term_once()
    {
        Assert.InRange(GlossaryText.Terms.Count, 50, 90);
        Assert.Equal(GlossaryText.Terms.Count, GlossaryText.Terms.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(GlossaryText.Replaced.Count, GlossaryText.Replaced.Distinct().Count());
    }

    /// <summary>All sources of src/, all pages but the glossary itself, and the chapters, relative to the repository.</summary>
    private static IEnumerable<string> Files() =>
        from file in new[] { "src", "tests", "notebooks", "data", ".github" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Append(Repository.PathOf("README.md"))
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where Path.GetExtension(path) switch
        {
            ".cs" => path.StartsWith("src/", StringComparison.Ordinal),
            ".md" => file != GlossaryText.Path,
            ".ipynb" => path.StartsWith("notebooks/", StringComparison.Ordinal),
            _ => false,
        }
        orderby path
        select path;

    private static IEnumerable<(string File, int Line, string Phrase, string Text)> Findings(string path)
    {
        string text = File.ReadAllText(Repository.PathOf(path));
        IEnumerable<(int Line, string Text)> prose = Path.GetExtension(path) switch
        {
            ".cs" => GlossaryText.Prose(text),
            ".ipynb" => GlossaryText.Notebook(text),
            _ => GlossaryText.Markdown(text),
        };
        return from part in prose
               from match in GlossaryText.Pattern.Matches(part.Text)
               select (path, part.Line, match.Value.ToLowerInvariant(), part.Text.Trim());
    }
}
