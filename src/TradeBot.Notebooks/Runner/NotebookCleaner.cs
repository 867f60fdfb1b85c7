using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TradeBot.Notebooks;

/// <summary>Rewrites notebooks in a form that changes only when their content does, for readable diffs.</summary>
/// <remarks>Both operations are idempotent, and keep every field that they do not name.</remarks>
public static partial class NotebookCleaner
{
    /// <summary>The tag of a cell whose outputs <see cref="Clean"/> keeps.</summary>
    public const string KeepTag = "keep-output";

    private const int LongestId = 64;

    /// <summary>What front ends write down of a session, not of the notebook.</summary>
    private static readonly string[] VolatileCellFields = ["ExecuteTime", "collapsed", "execution", "papermill", "scrolled", "execution_count"];
    private static readonly string[] VolatileNotebookFields = ["papermill", "signature", "toc_position", "varInspector"];

    /// <summary>Normalizes, and removes outputs and counts.</summary>
    /// <param name="document">Changed in memory only.</param>
    /// <returns>The same document.</returns>
    public static NotebookDocument Clean(NotebookDocument document)
    {
        foreach (NotebookCell cell in document.Cells.Where(cell => cell.Kind == CellKind.Code))
            cell.Record(cell.HasTag(KeepTag) ? cell.Outputs.Select(output => output.DeepClone().AsObject()) : [], executionCount: null);
        if (document.Metadata?[NotebookDocument.OwnField] is JsonObject own && own.Remove(RecordedSources.Field) && own.Count == 0)
            document.SetMetadata(NotebookDocument.OwnField, null);
        return Normalize(document);
    }

    /// <summary>
    /// Text as lists of lines, keys sorted, pieces of a stream joined, counts from 1 without gaps, ids present and unique where
    /// the format has them, and nothing of sessions: times of execution, what was collapsed or scrolled, display ids, lines of progress.
    /// </summary>
    /// <param name="document">Changed in memory only.</param>
    /// <returns>The same document.</returns>
    public static NotebookDocument Normalize(NotebookDocument document)
    {
        foreach (string field in VolatileNotebookFields)
            document.SetMetadata(field, null);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        int count = 0;
        foreach (NotebookCell cell in document.Cells)
        {
            cell.Normalize();
            foreach (string field in VolatileCellFields)
                cell.Metadata?.Remove(field);
            if (document.HasCellIds && !(cell.Id is { Length: > 0 and <= LongestId } id && ValidId().IsMatch(id) && ids.Add(id)))
                cell.SetId(Unique(cell.Number, ids));
            if (cell.Kind == CellKind.Code)
                cell.Record(Outputs(cell, cell.ExecutionCount is null ? null : count + 1), cell.ExecutionCount is null ? null : ++count);
        }

        document.SortKeys();
        return document;
    }

    private static string Unique(int number, HashSet<string> ids)
    {
        for (int attempt = number; ; attempt++)
        {
            string id = FormattableString.Invariant($"cell-{attempt}");
            if (ids.Add(id))
                return id;
        }
    }

    private static List<JsonObject> Outputs(NotebookCell cell, int? count)
    {
        var outputs = new List<JsonObject>();
        foreach (JsonObject output in cell.Outputs.Where(output => !ProgressOutput.IsRecordedAs(output)).Select(output => output.DeepClone().AsObject()))
        {
            bool isStream = output["output_type"]?.ToString() == "stream";
            if (isStream && outputs.Count > 0 && outputs[^1]["output_type"]?.ToString() == "stream" && outputs[^1]["name"]?.ToString() == output["name"]?.ToString())
                outputs[^1]["text"] = MultilineText.Write(MultilineText.Read(outputs[^1]["text"]) + MultilineText.Read(output["text"]));
            else
                outputs.Add(Normalized(output, count));
        }

        return outputs;
    }

    private static JsonObject Normalized(JsonObject output, int? count)
    {
        output.Remove("transient");
        if (output.ContainsKey("execution_count"))
            output["execution_count"] = count;
        ToLines(output, "text");
        if (output["data"] is JsonObject data)
        {
            foreach (string mimeType in data.Select(form => form.Key).Where(MimeBundle.IsSplitIntoLines).ToArray())
                ToLines(data, mimeType);
        }

        return output;
    }

    private static void ToLines(JsonObject owner, string field)
    {
        if (owner[field] is JsonValue && MultilineText.Read(owner[field]) is { } text)
            owner[field] = MultilineText.Write(text);
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ValidId();
}
