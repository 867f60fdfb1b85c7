using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>How far long work is, in a line that takes the place of the one before. It is shown where somebody watches, and not recorded.</summary>
/// <param name="Text">The line.</param>
/// <param name="DisplayId">Which work; unique in the session.</param>
public sealed record ProgressOutput(string Text, string DisplayId) : CellOutput
{
    private const string Mark = "progress";

    /// <summary>What marks it in a front end, which records what it was shown.</summary>
    internal static JsonObject Metadata => new() { [RegressionTags.Field] = new JsonObject { [Mark] = true } };

    /// <summary>Whether an output that a front end recorded is progress: no value, which a run would show again.</summary>
    internal static bool IsRecordedAs(JsonObject output) =>
        output["metadata"] is JsonObject metadata && metadata[RegressionTags.Field] is JsonObject own && own[Mark] is JsonValue value && value.TryGetValue(out bool isProgress) && isProgress;
}
