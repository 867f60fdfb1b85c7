using System.Text.Json.Nodes;
using TradeBot.Testing;

namespace TradeBot.Architecture.Tests;

public class NotebookGlossaryTests
{
    public static TheoryData<string> Chapters => [.. Directory
        .EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb")
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void No_text_comment_or_label_of_a_chapter_uses_a_word_that_the_glossary_replaces(string chapter)
    {
        string[] found = [.. from cell in Cells(chapter)
                             from prose in cell.IsCode ? GlossaryText.Prose(cell.Source) : GlossaryText.Markdown(cell.Source)
                             from match in GlossaryText.Pattern.Matches(prose.Text)
                             select $"{chapter}, cell {cell.Id}, line {prose.Line}: '{match.Value}' in: {prose.Text.Trim()}"];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Chapters))]
    public void A_chapter_begins_with_its_number_a_question_and_a_short_method(string chapter)
    {
        string[] prose = [.. Cells(chapter).Where(cell => !cell.IsCode).Take(2).Select(cell => cell.Source)];

        Assert.StartsWith($"# {chapter[..2]} ", prose[0], StringComparison.Ordinal);
        Assert.Matches(@"\n\n\*\*Question\.\*\* [^.?!\n]+\?", prose[0]);
        Assert.StartsWith("**Method.**\n\n- ", prose[1], StringComparison.Ordinal);
        Assert.InRange(prose[1].Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)), 3, 4);
        Assert.Contains(Cells(chapter), cell => cell.IsAnswer);
    }

    private static IEnumerable<(string Id, bool IsCode, bool IsAnswer, string Source)> Cells(string chapter) =>
        from cell in JsonNode.Parse(File.ReadAllText(Repository.PathOf("notebooks", chapter)))!["cells"]!.AsArray()
        select (
            cell["id"]!.GetValue<string>(),
            cell["cell_type"]!.GetValue<string>() == "code",
            cell["metadata"]?["tags"]?.AsArray().Any(tag => tag!.GetValue<string>() == "answer") == true,
            string.Concat(cell["source"]!.AsArray().Select(line => line!.GetValue<string>())));
}
