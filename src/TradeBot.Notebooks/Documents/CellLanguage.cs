using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Which language a cell is written in, by the places where editors record it.</summary>
internal static class CellLanguage
{
    public const string CSharp = "csharp";

    /// <summary>The language of the notebook: C# where it names none.</summary>
    public static string OfNotebook(JsonObject? metadata)
    {
        string? name = Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Text(metadata, "kernelspec", "language")
            ?? Text(metadata, "language_info", "name");
        return name is null ? CSharp : Canonical(name);
    }

    /// <summary>The cell's own language, else the notebook's.</summary>
    public static string Of(JsonObject? metadata, string notebookLanguage)
    {
        string? name = Text(metadata, "polyglot_notebook", "kernelName")
            ?? Text(metadata, "dotnet_interactive", "language")
            ?? Text(metadata, "vscode", "languageId");
        return name is null ? notebookLanguage : Canonical(name);
    }

    private static string Canonical(string name) => name.ToUpperInvariant() switch
    {
        "C#" or "CSHARP" or ".NET-CSHARP" or "POLYGLOT-NOTEBOOK" => CSharp,
        "F#" or "FSHARP" or ".NET-FSHARP" => "fsharp",
        "POWERSHELL" or "PWSH" => "pwsh",
        string other => other.ToLowerInvariant(),
    };

    private static string? Text(JsonObject? metadata, params ReadOnlySpan<string> path)
    {
        JsonNode? node = metadata;
        foreach (string name in path)
            node = (node as JsonObject)?[name];
        return node is JsonValue value ? value.ToString() : null;
    }
}
