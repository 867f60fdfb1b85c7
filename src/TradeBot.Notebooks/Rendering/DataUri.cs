using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Images as text inside the page.</summary>
internal static class DataUri
{
    private static readonly Dictionary<string, string> ImageTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml", [".webp"] = "image/webp",
    };

    /// <returns>Null unless the path names an image file below the folder.</returns>
    public static string? OfFile(string folder, string path)
    {
        if (path.Length == 0 || path.Contains("://", StringComparison.Ordinal) || !ImageTypes.TryGetValue(Path.GetExtension(path), out string? type))
            return null;
        string root = Path.GetFullPath(folder);
        string file = Path.GetFullPath(path, root);
        bool isBelow = !Path.GetRelativePath(root, file).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(path);
        return isBelow && File.Exists(file) ? OfBase64(type, Convert.ToBase64String(File.ReadAllBytes(file))) : null;
    }

    /// <param name="bundle">nbformat's attachment: base64 by MIME type.</param>
    public static string? OfAttachment(JsonNode? bundle)
    {
        if (bundle is not JsonObject { Count: > 0 } forms)
            return null;
        (string type, JsonNode? content) = forms.First();
        return MultilineText.Read(content) is { } base64 && ImageTypes.ContainsValue(type) ? OfBase64(type, base64) : null;
    }

    public static string OfBase64(string type, string base64) => $"data:{type};base64,{base64.ReplaceLineEndings("")}";

    public static string OfText(string type, string text) => OfBase64(type, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)));
}
