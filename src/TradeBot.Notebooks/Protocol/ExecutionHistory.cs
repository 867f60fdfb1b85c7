using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>What was run in this session, as front ends ask for it.</summary>
internal sealed class ExecutionHistory
{
    private readonly List<(int Line, string Input, string? Output)> _entries = [];

    public void Add(int line, string input, string? output) => _entries.Add((line, input, output));

    /// <summary>The content of a history reply: tuples of session, line and input, or of session, line and the pair of input and output.</summary>
    public JsonObject Answer(JupyterMessage request)
    {
        bool withOutput = request.Flag("output", otherwise: false);
        JsonNode[] tuples = [.. Select(request).Select(entry => Tuple(entry, withOutput))];
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray(tuples) };
    }

    private IEnumerable<(int Line, string Input, string? Output)> Select(JupyterMessage request)
    {
        int count = Math.Max(request.Number("n", int.MaxValue), 0);
        return request.Text("hist_access_type") switch
        {
            "tail" => _entries.TakeLast(count),
            "range" => request.Number("session", 0) == 0 ? Range(request) : [],
            "search" => Search(request).TakeLast(count),
            _ => [],
        };
    }

    private IEnumerable<(int Line, string Input, string? Output)> Range(JupyterMessage request)
    {
        int start = request.Number("start", 0), stop = request.Number("stop", int.MaxValue);
        return _entries.Where(entry => entry.Line >= start && entry.Line < stop);
    }

    private IEnumerable<(int Line, string Input, string? Output)> Search(JupyterMessage request)
    {
        string pattern = request.Text("pattern", "*");
        var found = _entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false));
        return request.Flag("unique", otherwise: false)
            ? found.GroupBy(entry => entry.Input).Select(same => same.Last()).OrderBy(entry => entry.Line)
            : found;
    }

    private static JsonArray Tuple((int Line, string Input, string? Output) entry, bool withOutput) =>
        withOutput
            ? [0, entry.Line, new JsonArray(entry.Input, entry.Output)]
            : [0, entry.Line, entry.Input];
}
