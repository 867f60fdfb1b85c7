using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Writes results as JSON, for other programs.</summary>
public static class JsonReport
{
    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">Its folder is created.</param>
    /// <param name="suites">The notebooks in order.</param>
    public static void Save(string path, IReadOnlyList<ReportSuite> suites)
    {
        var report = new JsonObject
        {
            ["passed"] = suites.Sum(suite => suite.Count(ReportOutcome.Passed)),
            ["failed"] = suites.Sum(suite => suite.Count(ReportOutcome.Failed)),
            ["skipped"] = suites.Sum(suite => suite.Count(ReportOutcome.Skipped)),
            ["environment"] = RunRecord.Environment(),
            ["notebooks"] = new JsonArray([.. suites.Select(Suite)]),
        };
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(NotebookJson.Write(report)));
    }

    private static JsonNode Suite(ReportSuite suite) => new JsonObject
    {
        ["name"] = suite.Name,
        ["file"] = suite.File,
        ["started"] = ReportText.Time(suite.Started),
        ["seconds"] = RunRecord.Seconds(suite.Duration),
        ["cells"] = new JsonArray([.. suite.Cases.Select(Case)]),
    };

    private static JsonNode Case(ReportCase item) => new JsonObject
    {
        ["name"] = item.Name,
        ["outcome"] = item.Outcome.ToString(),
        ["seconds"] = RunRecord.Seconds(item.Duration),
        ["message"] = item.Message,
        ["details"] = item.Details,
    };
}
