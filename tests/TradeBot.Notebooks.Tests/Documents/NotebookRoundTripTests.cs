using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Notebooks.Tests.Documents;

public class NotebookRoundTripTests
{
    [Fact]
    public void Every_notebook_of_every_minor_is_written_as_it_was_read()
    {
        Prop.ForAll(AnyNotebook.Text, text => NotebookDocument.Parse(text).ToText() == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Recording_changes_outputs_and_count_and_nothing_else()
    {
        Prop.ForAll(AnyNotebook.Text, text =>
        {
            NotebookDocument document = NotebookDocument.Parse(text);
            JsonObject expected = JsonNode.Parse(text)!.AsObject();
            foreach (NotebookCell cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
            {
                cell.Record([new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "x" }], 7);
                expected["cells"]![cell.Number - 1]!["outputs"] = JsonNode.Parse("""[{"output_type": "stream", "name": "stdout", "text": "x"}]""");
                expected["cells"]![cell.Number - 1]!["execution_count"] = 7;
            }

            return document.ToText() == NotebookJson.Write(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Changing_one_source_changes_that_source_alone()
    {
        Prop.ForAll(AnyNotebook.Text, text =>
        {
            NotebookDocument document = NotebookDocument.Parse(text);
            JsonObject expected = JsonNode.Parse(text)!.AsObject();
            if (document.Cells.Count > 0)
            {
                document.Cells[^1].Source = "new\ntext";
                expected["cells"]![document.Cells.Count - 1]!["source"] = new JsonArray("new\n", "text");
            }

            return document.ToText() == NotebookJson.Write(expected);
        }).QuickCheckThrowOnFailure();
    }
}
