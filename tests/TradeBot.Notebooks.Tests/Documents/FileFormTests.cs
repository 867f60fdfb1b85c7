using System.Text;
using static TradeBot.Notebooks.Tests.NotebookText;

namespace TradeBot.Notebooks.Tests.Documents;

public sealed class FileFormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Mark_and_line_ends_stay_as_they_were(bool hasMark, bool hasCarriageReturns)
    {
        string text = Of(Code("1 + 1\n2"), Markdown("two\nlines"));
        byte[] bytes = Encoding.UTF8.GetBytes(hasCarriageReturns ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text);
        string path = _folder.PathOf("a.ipynb");
        File.WriteAllBytes(path, hasMark ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes);
        byte[] before = File.ReadAllBytes(path);

        NotebookDocument document = NotebookDocument.Load(path);
        Assert.Equal("1 + 1\n2", document.Cells[0].Source);
        Assert.False(document.Save(path));
        Assert.True(document.IsIn(path));

        document.Cells[0].Record([], executionCount: 3);
        Assert.True(document.Save(path));
        byte[] after = File.ReadAllBytes(path);
        Assert.Equal(hasMark, after.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF]));
        Assert.Equal(before.Count(b => b == '\r'), after.Count(b => b == '\r'));
    }

    [Fact]
    public void A_dib_with_carriage_returns_keeps_them()
    {
        string path = _folder.PathOf("a.dib");
        File.WriteAllText(path, "#!csharp\r\n\r\n1 + 1\r\n");
        NotebookDocument document = NotebookDocument.Load(path);
        Assert.Equal("1 + 1", document.Cells[0].Source);
        document.Save(path);
        Assert.DoesNotContain("\n", File.ReadAllText(path).Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n   \"id\": \"c\",")]
    public void Ids_that_are_missing_or_come_twice_stay(string id)
    {
        string path = _folder.Write("a.ipynb", Of(Code("1"), Markdown("m")).Replace("\n   \"id\": \"m\",", id, StringComparison.Ordinal));
        byte[] before = File.ReadAllBytes(path);
        NotebookDocument document = NotebookDocument.Load(path);
        Assert.False(document.Save(path));
        Assert.Equal(before, File.ReadAllBytes(path));
        string?[] ids = [.. NotebookCleaner.Normalize(document).Cells.Select(cell => cell.Id)];
        Assert.Equal(2, ids.Distinct().Count(found => found is { Length: > 0 }));
    }

    [Theory]
    [InlineData("a.ipynb", "{\n \"cells\": [\n<<<<<<< HEAD\n  1\n=======\n  2\n>>>>>>> topic\n ]\n}\n", "lines 3 to 7", "<<<<<<< HEAD, >>>>>>> topic")]
    [InlineData("b.ipynb", "<<<<<<< Updated upstream\r\n{}\r\n=======\r\n{ }\r\n>>>>>>> Stashed changes\r\n", "lines 1 to 5", "Stashed changes")]
    [InlineData("c.dib", "#!csharp\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> topic\n", "lines 2 to 6", "git checkout --ours")]
    public void An_unresolved_merge_is_named_by_its_lines(string file, string text, params string[] told)
    {
        string path = _folder.Write(file, text);
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Load(path));
        Assert.All(told, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }
}
