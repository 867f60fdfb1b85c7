using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>Renders the recorded outputs of one page, each by its richest form.</summary>
/// <param name="ids">The ids of the page.</param>
/// <param name="scripts">Told what the outputs need.</param>
internal sealed partial class PageOutputs(PageIds ids, PageScripts scripts)
{
    private const string Svg = "image/svg+xml";
    private static readonly string[] Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    private int _charts;

    public string Html(JsonObject output) => output["output_type"]?.ToString() switch
    {
        "stream" => Pre(Text(output["text"]), output["name"]?.ToString() == "stderr" ? "stderr" : "stdout"),
        "error" => Pre(Trace(output), "error"),
        "display_data" or "execute_result" => output["data"] is JsonObject data ? $"<div class=\"output\">{Bundle(data)}</div>\n" : "",
        string other => Pre($"An output of kind \"{other}\" that this page cannot show.", "stderr"),
        null => "",
    };

    private string Bundle(JsonObject data)
    {
        bool isChart = ChartLibrary.Draws(data[ChartLibrary.MimeType]);
        return isChart ? Chart(data) : data[MimeBundle.Html] is { } html ? new PageFragment(Text(html)).Html(ids, scripts) : Still(data);
    }

    /// <summary>The picture that stands where scripts are off, in print and until the figure is drawn, and the figure.</summary>
    private string Chart(JsonObject data)
    {
        string number = (++_charts).ToString(CultureInfo.InvariantCulture);
        var figure = new JsonObject(data[ChartLibrary.MimeType]!.AsObject().Where(part => part.Key is "data" or "layout").Select(part => KeyValuePair.Create(part.Key, part.Value?.DeepClone())));
        string? title = (figure["layout"]?["title"] is JsonObject named ? named["text"] : figure["layout"]?["title"])?.ToString();
        string? marked = data[MimeBundle.Html] is { } html ? new PageFragment(Text(html)).WithChart(number, title, ids, scripts) : null;
        scripts.DrawsCharts = true;
        return (marked ?? $"<div data-chart=\"{number}\">{Still(data)}</div>")
            + $"\n<script type=\"application/json\" data-figure=\"{number}\">{figure.ToJsonString()}</script>";
    }

    /// <summary>The richest form that is not HTML.</summary>
    private string Still(JsonObject data)
    {
        if (data[Svg] is { } svg)
            return $"<img alt=\"\" src=\"{DataUri.OfText(Svg, Text(svg))}\">";
        foreach (string type in Pictures)
        {
            if (data[type] is { } image)
                return $"<img alt=\"\" src=\"{HtmlText.Encode(DataUri.OfBase64(type, Text(image)))}\">";
        }

        if (data["text/markdown"] is { } markdown)
            return PageProse.OfOutput(Text(markdown));
        if (data["text/latex"] is { } latex)
            return TexFormula.MathMl(Text(latex).Trim().Trim('$'), isBlock: true);
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

    [GeneratedRegex("\x1b\\[[0-9;?]*[A-Za-z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex TerminalCode();
}
