using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests.Kernel.Languages;

public class DocumentLanguageTests
{
    [Theory]
    [InlineData("polyglot_notebook", "kernelName")]
    [InlineData("dotnet_interactive", "language")]
    public async Task A_cells_metadata_say_its_language(string editor, string field)
    {
        JsonObject cell = NotebookText.Code("let x = 20\nx + 22");
        cell["metadata"] = new JsonObject { [editor] = new JsonObject { [field] = "fsharp" } };
        NotebookDocument document = NotebookText.Document(cell);
        NotebookRunResult result = await new NotebookRunner(new NotebookRunOptions()).RunAsync(document, AppContext.BaseDirectory);

        Assert.True(result.Succeeded);
        Assert.Contains("\"text/plain\":[\"42\"]", Assert.Single(document.Cells[0].Outputs).ToJsonString(), StringComparison.Ordinal);
    }
}
