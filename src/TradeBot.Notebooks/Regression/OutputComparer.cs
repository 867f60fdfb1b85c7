using System.Globalization;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Compares a cell's outputs with the recorded ones, output by output and MIME type by MIME type.</summary>
internal static class OutputComparer
{
    private const string Svg = "image/svg+xml";

    public static IReadOnlyList<Difference> Compare(IReadOnlyList<JsonObject> recorded, IReadOnlyList<JsonObject> actual, Tolerance tolerance)
    {
        List<JsonObject> before = Joined(recorded), after = Joined(actual);
        var differences = new List<Difference>();
        for (int i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"output {i + 1}");
            if (i >= after.Count)
                differences.Add(new Difference(place, Summary(before[i]), null));
            else if (i >= before.Count)
                differences.Add(new Difference(place, null, Summary(after[i])));
            else
                differences.AddRange(Compare(before[i], after[i], tolerance).Select(difference => difference.In(place)));
        }

        return differences;
    }

    private static IEnumerable<Difference> Compare(JsonObject recorded, JsonObject actual, Tolerance tolerance)
    {
        if (Kind(recorded) != Kind(actual))
            return [new Difference("", Summary(recorded), Summary(actual))];
        return recorded["output_type"]?.ToString() switch
        {
            "stream" => TextComparer.Compare(Text(recorded["text"]), Text(actual["text"]), tolerance).Select(line => line.In(Kind(recorded))),
            "error" => Errors(recorded, actual, tolerance),
            _ => Bundles(recorded["data"] as JsonObject ?? [], actual["data"] as JsonObject ?? [], tolerance),
        };
    }

    /// <summary>Name and message; the trace names lines of libraries, which change with them.</summary>
    private static IEnumerable<Difference> Errors(JsonObject recorded, JsonObject actual, Tolerance tolerance)
    {
        string before = $"{recorded["ename"]}: {recorded["evalue"]}", after = $"{actual["ename"]}: {actual["evalue"]}";
        return TextComparer.AreSame(before, after, tolerance) ? [] : [new Difference("error", before, after)];
    }

    private static IEnumerable<Difference> Bundles(JsonObject recorded, JsonObject actual, Tolerance tolerance)
    {
        foreach (string mimeType in recorded.Select(form => form.Key).Union(actual.Select(form => form.Key)))
        {
            if (actual[mimeType] is not { } after)
                yield return new Difference(mimeType, "this form", null);
            else if (recorded[mimeType] is not { } before)
                yield return new Difference(mimeType, null, "this form");
            else
            {
                foreach (Difference difference in Forms(mimeType, before, after, tolerance))
                    yield return difference.In(mimeType);
            }
        }
    }

    private static IEnumerable<Difference> Forms(string mimeType, JsonNode recorded, JsonNode actual, Tolerance tolerance)
    {
        if (MimeBundle.IsJson(mimeType))
            return JsonComparer.Compare(recorded, actual, tolerance);
        if (mimeType is MimeBundle.Html or Svg)
            return HtmlComparer.Compare(Text(recorded), Text(actual), tolerance);
        return mimeType.StartsWith("image/", StringComparison.Ordinal)
            ? ImageComparer.Compare(Text(recorded).ReplaceLineEndings(""), Text(actual).ReplaceLineEndings(""))
            : TextComparer.Compare(Text(recorded), Text(actual), tolerance);
    }

    /// <summary>Outputs with the pieces of a stream joined, as some front ends leave them apart, and without what they recorded of progress.</summary>
    private static List<JsonObject> Joined(IReadOnlyList<JsonObject> outputs)
    {
        var joined = new List<JsonObject>();
        foreach (JsonObject output in outputs.Where(output => !ProgressOutput.IsRecordedAs(output)))
        {
            bool isMore = output["output_type"]?.ToString() == "stream" && joined.Count > 0 && Kind(joined[^1]) == Kind(output);
            if (isMore)
                joined[^1] = new JsonObject { ["output_type"] = "stream", ["name"] = output["name"]?.DeepClone(), ["text"] = Text(joined[^1]["text"]) + Text(output["text"]) };
            else
                joined.Add(output);
        }

        return joined;
    }

    private static string Kind(JsonObject output) =>
        output["output_type"]?.ToString() is "stream" ? output["name"]?.ToString() ?? "stdout" : output["output_type"]?.ToString() ?? "nothing";

    private static string Summary(JsonObject output) => Kind(output) switch
    {
        "error" => $"{output["ename"]}: {output["evalue"]}",
        "stdout" or "stderr" => Text(output["text"]),
        _ => Text(output["data"]?[MimeBundle.PlainText]),
    };

    private static string Text(JsonNode? node) => MultilineText.Read(node) ?? node?.ToJsonString() ?? "";
}
