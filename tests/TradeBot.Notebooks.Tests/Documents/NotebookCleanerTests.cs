using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace TradeBot.Notebooks.Tests.Documents;

public class NotebookCleanerTests
{
    [Fact]
    public void Cleaning_and_normalizing_twice_is_as_once()
    {
        Prop.ForAll(AnyNotebook.Text, text =>
        {
            string clean = NotebookCleaner.Clean(NotebookDocument.Parse(text)).ToText();
            string normal = NotebookCleaner.Normalize(NotebookDocument.Parse(text)).ToText();
            return NotebookCleaner.Clean(NotebookDocument.Parse(clean)).ToText() == clean
                && NotebookCleaner.Normalize(NotebookDocument.Parse(normal)).ToText() == normal
                && NotebookCleaner.Clean(NotebookDocument.Parse(normal)).ToText() == clean;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sources_kinds_tags_attachments_and_unknown_fields_stay()
    {
        Prop.ForAll(AnyNotebook.Text, text =>
        {
            JsonNode before = JsonNode.Parse(text)!, after = JsonNode.Parse(NotebookCleaner.Clean(NotebookDocument.Parse(text)).ToText())!;
            return Kept(before) == Kept(after);
        }).QuickCheckThrowOnFailure();

        static string Kept(JsonNode notebook) => string.Join('\n', notebook["cells"]!.AsArray().Select(cell => string.Join('|',
            cell!["cell_type"], MultilineText.Read(cell["source"]), cell["metadata"]!["tags"]?.ToJsonString(), cell["attachments"]?.ToJsonString(), cell["id"],
            Sorted(cell["zz unknown"]), Sorted(cell["metadata"]!["aa_unknown"])))) + Sorted(notebook["metadata"]!["widgets"]) + Sorted(notebook["später"]);

        static string Sorted(JsonNode? node)
        {
            JsonNode? copy = node?.DeepClone();
            NotebookJson.SortKeys(copy);
            return copy?.ToJsonString() ?? "null";
        }
    }

    [Fact]
    public void A_run_in_Jupyter_and_one_here_are_the_same_once_normalized()
    {
        const string Jupyter = """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"papermill": {"duration": 3}},
             "cells": [{"cell_type": "code", "execution_count": 17, "id": "a", "metadata": {"scrolled": true, "execution": {"iopub.execute_input": "2024"}},
             "outputs": [{"output_type": "stream", "name": "stdout", "text": "a"}, {"output_type": "stream", "name": "stdout", "text": ["b\n", "c"]},
             {"output_type": "execute_result", "execution_count": 17, "metadata": {}, "transient": {"display_id": "9"}, "data": {"text/plain": "x\ny"}}], "source": "1"}]}
            """;
        const string Here = """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 1,
               "id": "a",
               "metadata": {},
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "ab\n",
                  "c"
                 ]
                },
                {
                 "data": {
                  "text/plain": [
                   "x\n",
                   "y"
                  ]
                 },
                 "execution_count": 1,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
               "source": [
                "1"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }

            """;

        Assert.Equal(Here, NotebookCleaner.Normalize(NotebookDocument.Parse(Jupyter)).ToText());
    }

    [Fact]
    public void Cleaning_leaves_no_output_but_where_a_tag_keeps_it()
    {
        NotebookDocument document = NotebookText.Document(
            NotebookText.Code("1").WithOutputs(NotebookText.Data(("text/plain", "1"))), NotebookText.Code("2", NotebookCleaner.KeepTag).WithOutputs(NotebookText.Data(("text/plain", "2"))));
        RecordedSources.Stamp(document, _ => false);

        NotebookCleaner.Clean(document);

        Assert.Equal([0, 1], document.Cells.Select(cell => cell.Outputs.Count));
        Assert.All(document.Cells, cell => Assert.Null(cell.ExecutionCount));
        Assert.False(document.Metadata!.ContainsKey(NotebookDocument.OwnField));
    }

    [Fact]
    public void Ids_that_are_missing_twice_or_invalid_are_made_where_the_format_has_ids()
    {
        static string Cells(int minor) => $$"""{"nbformat": 4, "nbformat_minor": {{minor}}, "metadata": {}, "cells": [{{string.Join(',', new[] { "\"id\": \"x\",", "\"id\": \"x\",", "", "\"id\": \"a b\"," }.Select(id => $$"""{ {{id}} "cell_type": "raw", "metadata": {}, "source": ""}"""))}}]}""";

        Assert.Equal(["x", "cell-2", "cell-3", "cell-4"], NotebookCleaner.Normalize(NotebookDocument.Parse(Cells(5))).Cells.Select(cell => cell.Id!));
        Assert.Null(NotebookCleaner.Normalize(NotebookDocument.Parse(Cells(4))).Cells[2].Id);
    }
}
