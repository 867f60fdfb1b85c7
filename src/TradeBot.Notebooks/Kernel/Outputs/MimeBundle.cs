using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>One value in several forms, each under its MIME type; <c>text/plain</c> is always among them.</summary>
/// <remarks>JSON types (<c>application/json</c> and <c>…+json</c>) are held as JSON, so that a document stores objects, not strings.</remarks>
public sealed class MimeBundle
{
    /// <summary>The MIME type that every bundle has.</summary>
    public const string PlainText = "text/plain";

    /// <summary>The MIME type of HTML fragments.</summary>
    public const string Html = "text/html";

    /// <summary>The MIME type of JSON.</summary>
    public const string Json = "application/json";

    private readonly SortedDictionary<string, JsonNode> _forms = new(StringComparer.Ordinal);

    /// <param name="plainText">What a reader sees where nothing richer can be shown.</param>
    public MimeBundle(string plainText)
    {
        _forms[PlainText] = plainText;
    }

    /// <summary>The MIME types present, in ordinal order.</summary>
    public IReadOnlyCollection<string> MimeTypes => _forms.Keys;

    /// <summary>The <c>text/plain</c> form.</summary>
    public string Text => _forms[PlainText].GetValue<string>();

    /// <summary>The form under a MIME type: a JSON string, or any JSON for JSON types; null when absent.</summary>
    /// <param name="mimeType">Compared exactly.</param>
    public JsonNode? this[string mimeType] => _forms.GetValueOrDefault(mimeType);

    /// <summary>Adds a form, or replaces it.</summary>
    /// <param name="mimeType">Lower case, such as <c>text/html</c>.</param>
    /// <param name="content">Text; for JSON types, JSON text.</param>
    /// <returns>This bundle.</returns>
    /// <exception cref="System.Text.Json.JsonException">The type is JSON and the content is not.</exception>
    public MimeBundle With(string mimeType, string content)
    {
        _forms[mimeType] = IsJson(mimeType) ? NotebookJson.Parse(content)! : content;
        return this;
    }

    /// <summary>True for <c>application/json</c> and every type with the suffix <c>+json</c>.</summary>
    /// <param name="mimeType">Compared exactly.</param>
    public static bool IsJson(string mimeType) =>
        mimeType == Json || mimeType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The bundle as nbformat's <c>data</c>: text in lists of lines, JSON as it is, the rest as one string.</summary>
    internal JsonObject ToDocument()
    {
        var data = new JsonObject();
        foreach ((string mimeType, JsonNode content) in _forms)
        {
            data[mimeType] = IsSplitIntoLines(mimeType)
                ? MultilineText.Write(content.GetValue<string>())
                : content.DeepClone();
        }

        return data;
    }

    /// <summary>The bundle as Jupyter messages carry it: JSON as it is, the rest as one string each.</summary>
    internal JsonObject ToMessage() => new(_forms.Select(form => KeyValuePair.Create<string, JsonNode?>(form.Key, form.Value.DeepClone())));

    /// <summary>The bundle that <see cref="ToMessage"/> wrote.</summary>
    internal static MimeBundle OfMessage(JsonObject message)
    {
        var bundle = new MimeBundle("");
        foreach ((string mimeType, JsonNode? content) in message)
            bundle._forms[mimeType] = content!.DeepClone();
        return bundle;
    }

    internal static bool IsSplitIntoLines(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript";
}
