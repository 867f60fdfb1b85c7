using System.Text.Json;

namespace TradeBot.DotNetInteractive.Tests;

/// <summary>A code cell of a chapter.</summary>
/// <param name="Number">Its place among all cells, from 1.</param>
/// <param name="Code">Its source.</param>
/// <param name="Tags">What its metadata tag it with.</param>
/// <param name="Outputs">What is recorded below it.</param>
internal sealed record ChapterCell(int Number, string Code, IReadOnlyList<string> Tags, IReadOnlyList<ShownOutput> Outputs)
{
    private const string NeedsTag = "needs:";

    /// <summary>The first project that the cell is tagged to need and that is not built; null when it can run.</summary>
    public string? Missing => Tags
        .Where(tag => tag.StartsWith(NeedsTag, StringComparison.Ordinal))
        .Select(tag => tag[NeedsTag.Length..])
        .FirstOrDefault(project => !File.Exists(HostedCode.OutputOf(project)));

    /// <summary>False where the chapter says that the cell's outputs are different each time.</summary>
    public bool IsCompared => !Tags.Contains("no-compare");

    public static ChapterCell Read(int number, JsonElement cell)
    {
        string[] tags = cell.GetProperty("metadata").TryGetProperty("tags", out JsonElement given) ? [.. given.EnumerateArray().Select(tag => tag.GetString()!)] : [];
        return new ChapterCell(number, Text(cell.GetProperty("source")), tags, [.. cell.GetProperty("outputs").EnumerateArray().Select(Output)]);
    }

    private static ShownOutput Output(JsonElement output) => output.TryGetProperty("data", out JsonElement data)
        ? new ShownOutput(data.EnumerateObject().ToDictionary(form => form.Name, form => Text(form.Value)))
        : new ShownOutput(new Dictionary<string, string> { [$"stream/{output.GetProperty("name").GetString()}"] = Text(output.GetProperty("text")) });

    /// <summary>Text of notebooks is a string or an array of lines; what is neither is JSON.</summary>
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Concat(value.EnumerateArray().Select(line => line.GetString())),
        _ => value.GetRawText(),
    };
}
