using System.Text.Json.Nodes;

namespace TradeBot.Notebooks.Tests;

/// <summary>Writes notebooks for tests.</summary>
internal static class NotebookText
{
    public static string Of(params JsonObject[] cells) => NotebookJson.Write(new JsonObject
    {
        ["cells"] = new JsonArray(cells),
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
        },
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    public static NotebookDocument Document(params JsonObject[] cells) => NotebookDocument.Parse(Of(cells));

    public static JsonObject Code(string source, params string[] tags) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = "c",
        ["metadata"] = tags.Length == 0 ? new JsonObject() : new JsonObject { ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]) },
        ["outputs"] = new JsonArray(),
        ["source"] = MultilineText.Write(source),
    };

    public static JsonObject Markdown(string source) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = "m",
        ["metadata"] = new JsonObject(),
        ["source"] = MultilineText.Write(source),
    };

    public static JsonObject WithOutputs(this JsonObject cell, params JsonObject[] outputs)
    {
        cell["outputs"] = new JsonArray(outputs);
        return cell;
    }

    public static JsonObject Data(params (string MimeType, string Text)[] forms) => new()
    {
        ["data"] = new JsonObject(forms.Select(form => KeyValuePair.Create(form.MimeType, (JsonNode?)form.Text))),
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };
}
