using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>Renders recorded outputs, each by the richest form that needs no script.</summary>
internal static partial class PageOutput
{
    private const string Svg = "image/svg+xml";

    public static string Html(JsonObject output) => output["output_type"]?.ToString() switch
    {
        "stream" => Pre(Text(output["text"]), output["name"]?.ToString() == "stderr" ? "stderr" : "stdout"),
        "error" => Pre(Trace(output), "error"),
        "display_data" or "execute_result" => output["data"] is JsonObject data ? $"<div class=\"output\">{Richest(data)}</div>\n" : "",
        string other => Pre($"An output of kind \"{other}\" that this page cannot show.", "stderr"),
        null => "",
    };

    private static string Richest(JsonObject data)
    {
        if (data[MimeBundle.Html] is { } html)
            return Text(html);
        if (data[Svg] is { } svg)
            return $"<img alt=\"\" src=\"{DataUri.OfText(Svg, Text(svg))}\">";
        foreach (string type in (string[])["image/png", "image/jpeg", "image/gif", "image/webp"])
        {
            if (data[type] is { } image)
                return $"<img alt=\"\" src=\"{HtmlText.Encode(DataUri.OfBase64(type, Text(image)))}\">";
        }

        if (data["text/markdown"] is { } markdown)
            return PageProse.OfOutput(Text(markdown));
        if (data[MimeBundle.Json] is { } json)
            return $"<pre>{HtmlText.Encode(NotebookJson.Pretty(json))}</pre>";
        return $"<pre>{HtmlText.Encode(Plain(Text(data[MimeBundle.PlainText])))}</pre>";
    }

    private static string Trace(JsonObject error)
    {
        string[] lines = error["traceback"] is JsonArray trace ? [.. trace.Select(line => line?.ToString() ?? "")] : [];
        return lines.Length > 0 ? string.Join('\n', lines) : $"{error["ename"]}: {error["evalue"]}";
    }

    private static string Pre(string text, string style) =>
        $"<div class=\"output\"><pre class=\"{style}\">{HtmlText.Encode(Plain(text))}</pre></div>\n";

    private static string Text(JsonNode? node) => MultilineText.Read(node) ?? node?.ToJsonString() ?? "";

    /// <summary>Text without the colour codes of a terminal.</summary>
    private static string Plain(string text) => TerminalCode().Replace(text, "").TrimEnd('\n');

    [GeneratedRegex("\x1b\\[[0-9;?]*[A-Za-z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TerminalCode();
}
