using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>What a notebook needs of the place where it runs: files that an optional part of a build makes.</summary>
/// <remarks>
/// In the notebook's metadata, under <c>tradebot</c>: <c>"requires": { "files": ["../artifacts/…/Part.dll"], "otherwise": "why it is left out" }</c>,
/// paths relative to the notebook's folder.
/// </remarks>
internal static class NotebookRequirement
{
    private const string Field = "requires", Files = "files", Otherwise = "otherwise";

    /// <summary>Why the notebook cannot run here; null when it can.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="folder">The notebook's folder.</param>
    /// <exception cref="NotebookFormatException">What it requires is not as described.</exception>
    public static string? Unmet(NotebookDocument document, string folder)
    {
        if ((document.Metadata?[NotebookDocument.OwnField] as JsonObject)?[Field] is not { } required)
            return null;
        if (required is not JsonObject { } entry || entry[Files] is not JsonArray { Count: > 0 } files || entry[Otherwise]?.ToString() is not { Length: > 0 } otherwise)
            throw new NotebookFormatException($"The notebook's metadata, \"{Field}\": expected \"{Files}\", a list of paths, and \"{Otherwise}\", a reason.");

        string? missing = files.Select(file => file?.ToString() ?? "").FirstOrDefault(file => !File.Exists(Path.Combine(folder, file)));
        return missing is null ? null : $"{otherwise} ({missing} is not there)";
    }
}
