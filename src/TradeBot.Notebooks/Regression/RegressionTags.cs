using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>What a cell or its notebook says about comparing its outputs.</summary>
internal static class RegressionTags
{
    /// <summary>Marks a cell whose outputs differ from run to run.</summary>
    public const string NoCompare = "no-compare";

    private const string Relative = "relative";
    private const string Absolute = "absolute";

    /// <summary>The cell's tags first (<c>relative=1e-6</c>), then its metadata, the notebook's, and the tolerance given.</summary>
    /// <exception cref="NotebookFormatException">A tolerance is not a number, or below 0.</exception>
    public static Tolerance ToleranceOf(NotebookCell cell, NotebookDocument document, Tolerance otherwise) => new(
        Bound(cell, document, Relative) ?? otherwise.Relative,
        Bound(cell, document, Absolute) ?? otherwise.Absolute);

    private static double? Bound(NotebookCell cell, NotebookDocument document, string name)
    {
        string place = FormattableString.Invariant($"Cell {cell.Number}");
        string? tag = cell.Tags.FirstOrDefault(tag => tag.StartsWith(name + "=", StringComparison.Ordinal));
        if (tag is not null)
            return Number($"{place}, tag \"{tag}\"", tag[(name.Length + 1)..]);
        return Bound($"{place}, metadata", cell.Metadata, name) ?? Bound("The notebook's metadata", document.Metadata, name);
    }

    private static double? Bound(string place, JsonObject? metadata, string name) =>
        ((metadata?[NotebookDocument.OwnField] as JsonObject)?["tolerance"] as JsonObject)?[name] is { } value
            ? Number($"{place}, tolerance \"{name}\"", value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String ? value.ToString() : value.ToJsonString())
            : null;

    private static double Number(string place, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0
            ? value
            : throw new NotebookFormatException($"{place}: \"{text}\" is not a tolerance; expected a number of at least 0.");
}
