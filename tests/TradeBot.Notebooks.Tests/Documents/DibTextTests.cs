using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Notebooks.Tests.Documents;

public class DibTextTests
{
    private const string Dib = """
        #!meta

        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"},{"aliases":["lake"],"name":"warehouse","languageName":"SQL"}]}}

        #!markdown

        # Title <b> ü

        #!csharp

            var x = 1;

        // #!fsharp within a comment is no cell
        x

        #!fsharp

        let y = 2

        #!warehouse

        SELECT 1

        """;

    [Fact]
    public void Cells_have_kind_source_and_language()
    {
        NotebookDocument document = NotebookDocument.ParseDib(Dib);

        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Code, CellKind.Code], document.Cells.Select(cell => cell.Kind));
        Assert.Equal(["csharp", "fsharp", "warehouse"], document.Cells.Skip(1).Select(cell => cell.Language));
        Assert.Equal(
            ["# Title <b> ü", "    var x = 1;\n\n// #!fsharp within a comment is no cell\nx", "let y = 2", "SELECT 1"],
            document.Cells.Select(cell => cell.Source));
    }

    [Fact]
    public void What_was_read_is_written_as_it_was()
    {
        Assert.Equal(Dib, NotebookDocument.ParseDib(Dib).ToDib());
        Assert.Equal(Dib, NotebookDocument.ParseDib(Dib.ReplaceLineEndings("\r\n")).ToDib());
        Assert.Equal(Dib, NotebookDocument.Parse(NotebookDocument.ParseDib(Dib).ToText()).ToDib()); // also by way of .ipynb
    }

    [Theory]
    [InlineData("1 + 1", "csharp", "1 + 1")] // text before any name is the notebook's language
    [InlineData("#!f#\nlet x = 1", "fsharp", "let x = 1")]
    [InlineData("#!lake\nx", "csharp", "#!lake\nx")] // a name that no block declares is a line of the cell
    public void Names_and_what_stands_without_one(string text, string language, string source)
    {
        NotebookCell cell = Assert.Single(NotebookDocument.ParseDib(text).Cells);

        Assert.Equal((language, source), (cell.Language, cell.Source));
    }

    [Fact]
    public void A_block_that_is_no_JSON_is_refused()
    {
        Assert.Contains("#!meta", Assert.Throws<NotebookFormatException>(() => NotebookDocument.ParseDib("#!meta\n\nnonsense\n\n#!csharp\n1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_cells_survive_the_way_there_and_back()
    {
        Prop.ForAll(AnyNotebook.Text, text =>
        {
            NotebookDocument document = NotebookDocument.Parse(text);
            NotebookDocument back = NotebookDocument.ParseDib(document.ToDib());
            return back.ToDib() == document.ToDib()
                && document.Cells.Select(cell => (cell.Kind, cell.Source.Trim('\n'))).SequenceEqual(back.Cells.Select(cell => (cell.Kind, cell.Source)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_files_name_decides_its_form()
    {
        using var folder = new TemporaryFolder();
        string dib = folder.Write("a.dib", Dib);

        NotebookDocument.Load(dib).Save(folder.PathOf("b.ipynb"));
        NotebookDocument.Load(folder.PathOf("b.ipynb")).Save(folder.PathOf("c.dib"));

        Assert.Equal(Dib, File.ReadAllText(folder.PathOf("c.dib")));
    }
}
