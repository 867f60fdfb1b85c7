using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Notebooks.Tests.Documents;

public class NotebookDocumentTests
{
    // As Jupyter writes it: one space, sorted keys, unescaped text, a final line end; with fields we know nothing of.
    private const string FromJupyter = """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "b7e0",
           "metadata": {
            "slideshow": {
             "slide_type": "slide"
            }
           },
           "source": [
            "# Größe 🚀  \n",
            "\n",
            "a \"quoted\" \\ text\t"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "c1",
           "metadata": {
            "tags": [
             "parameters"
            ]
           },
           "outputs": [
            {
             "data": {
              "application/json": {
               "nested": [
                1.0,
                1e-05,
                -0.0,
                null,
                true,
                {}
               ]
              },
              "text/plain": [
               "x\u001b[0m"
              ]
             },
             "execution_count": 3,
             "metadata": {},
             "output_type": "execute_result"
            }
           ],
           "source": [
            "var x = 1;"
           ]
          },
          {
           "cell_type": "raw",
           "id": "r",
           "metadata": {},
           "source": []
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": ".NET (C#)",
           "language": "C#",
           "name": ".net-csharp"
          },
          "zz_unknown": [
           []
          ]
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void An_unchanged_document_is_written_byte_for_byte()
    {
        Assert.Equal(FromJupyter, NotebookDocument.Parse(FromJupyter).ToText());
    }

    [Fact]
    public void Cells_report_kind_source_tags_language_and_count()
    {
        NotebookDocument document = NotebookDocument.Parse(FromJupyter);

        Assert.Equal([CellKind.Markdown, CellKind.Code, CellKind.Raw], document.Cells.Select(cell => cell.Kind));
        Assert.Equal("# Größe 🚀  \n\na \"quoted\" \\ text\t", document.Cells[0].Source);
        Assert.Equal(2, document.Cells[1].Number);
        Assert.Equal("c1", document.Cells[1].Id);
        Assert.True(document.Cells[1].HasTag("parameters"));
        Assert.Equal("csharp", document.Cells[1].Language);
        Assert.Equal(3, document.Cells[1].ExecutionCount);
        Assert.Single(document.Cells[1].Outputs);
    }

    [Fact]
    public void A_source_that_is_one_string_stays_one_until_it_is_set()
    {
        NotebookDocument document = NotebookDocument.Parse("""{"cells": [{"cell_type": "raw", "metadata": {}, "source": "a\nb\n"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}""");

        Assert.Equal("a\nb\n", document.Cells[0].Source);
        Assert.Equal("a\nb\n", JsonNode.Parse(document.ToText())!["cells"]![0]!["source"]!.GetValue<string>());
        document.Cells[0].Source = "c\nd";
        Assert.Equal(["c\n", "d"], JsonNode.Parse(document.ToText())!["cells"]![0]!["source"]!.AsArray().Select(line => line!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"polyglot_notebook": {"kernelName": "fsharp"}}""", "fsharp")]
    [InlineData("""{"dotnet_interactive": {"language": "C#"}}""", "csharp")]
    [InlineData("""{"vscode": {"languageId": "sql"}}""", "sql")]
    [InlineData("""{}""", "csharp")]
    public void A_cell_may_have_a_language_of_its_own(string metadata, string language)
    {
        JsonObject cell = NotebookText.Code("x");
        cell["metadata"] = JsonNode.Parse(metadata);

        Assert.Equal(language, NotebookText.Document(cell).Cells[0].Language);
    }

    [Fact]
    public void Recording_keeps_the_other_fields_and_puts_missing_ones_in_Jupyters_order()
    {
        NotebookDocument document = NotebookDocument.Parse("""{"cells": [{"cell_type": "code", "id": "a", "metadata": {"x": 1}, "source": []}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""");

        document.Cells[0].Record([new JsonObject { ["output_type"] = "stream" }], executionCount: 7);

        JsonObject cell = JsonNode.Parse(document.ToText())!["cells"]![0]!.AsObject();
        Assert.Equal(["cell_type", "execution_count", "id", "metadata", "outputs", "source"], cell.Select(field => field.Key));
        Assert.Equal(7, document.Cells[0].ExecutionCount);
        Assert.Equal("""{"x":1}""", cell["metadata"]!.ToJsonString());
    }

    [Theory]
    [InlineData("nonsense", "Not JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"cells": [], "nbformat": 3}""", "\"nbformat\" is 3; expected 4")]
    [InlineData("""{"nbformat": 4}""", "\"cells\" must be")]
    [InlineData("""{"cells": [{"cell_type": "code"}], "nbformat": 4}""", "Cell 1: \"source\"")]
    [InlineData("""{"cells": [{"cell_type": "verse", "source": ""}], "nbformat": 4}""", "\"verse\"; expected code")]
    [InlineData("""{"cells": [], "cells": [], "nbformat": 4}""", "cells")]
    [InlineData("""{"cells": [{"cell_type": "raw", "source": "\ud83d"}], "nbformat": 4}""", "Not a notebook")]
    public void What_is_no_notebook_is_refused_with_the_reason(string text, string reason)
    {
        var error = Assert.Throws<NotebookFormatException>(() => NotebookDocument.Parse(text));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_replaces_the_file_whole_and_leaves_an_equal_one_alone()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.ipynb", "old");
        NotebookDocument document = NotebookDocument.Parse(FromJupyter);

        Assert.True(document.Save(path));
        Assert.Equal(Encoding.UTF8.GetBytes(FromJupyter), File.ReadAllBytes(path));
        Assert.False(document.Save(path));
        Assert.Single(Directory.GetFiles(folder.FullPath));
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file_and_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("a.ipynb"));

        Assert.ThrowsAny<Exception>(() => NotebookDocument.Parse(FromJupyter).Save(folder.PathOf("a.ipynb")));
        Assert.Equal(["a.ipynb"], Directory.GetFileSystemEntries(folder.FullPath).Select(Path.GetFileName));
    }

    [Fact]
    public void Any_text_survives_being_a_source()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null && !text.Contains('\r', StringComparison.Ordinal)), text =>
        {
            NotebookDocument document = NotebookText.Document(NotebookText.Code(""));
            document.Cells[0].Source = text;
            return NotebookDocument.Parse(document.ToText()).Cells[0].Source == text.ReplaceLineEndings("\n");
        }).QuickCheckThrowOnFailure();
    }
}
