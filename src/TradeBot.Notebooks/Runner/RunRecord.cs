using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>What a run took and what it ran on: all that changes from run to run, kept apart from the notebook.</summary>
internal static class RunRecord
{
    public static void Save(string path, NotebookJob job, NotebookRunResult result, NotebookRunOptions options, DateTimeOffset started)
    {
        var record = new JsonObject
        {
            ["notebook"] = Path.GetFileName(job.Source),
            ["executed_sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(job.Executed))),
            ["started"] = started.ToString("O", CultureInfo.InvariantCulture),
            ["seconds"] = Seconds(result.Duration),
            ["succeeded"] = result.Succeeded,
            ["parameters"] = new JsonObject(options.Parameters.OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)options.Redactor.Redact(entry.Value)))),
            ["environment"] = Environment(),
            ["cells"] = new JsonArray([.. result.Cells.Select(Cell)]),
        };
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(NotebookJson.Write(record)));
    }

    /// <summary>Versions and machine, without names of persons or places.</summary>
    public static JsonObject Environment() => new()
    {
        ["runner"] = typeof(RunRecord).Assembly.GetName().Version!.ToString(3),
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["os"] = RuntimeInformation.OSDescription,
        ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString(),
        ["cores"] = System.Environment.ProcessorCount,
    };

    public static double Seconds(TimeSpan duration) => Math.Round(duration.TotalSeconds, 6);

    private static JsonNode Cell(CellRun run) => new JsonObject
    {
        ["cell"] = run.Cell.Number,
        ["status"] = run.Status.ToString(),
        ["seconds"] = Seconds(run.Duration),
        ["error"] = run.Error is { } error ? $"{error.Name}: {error.Message}" : null,
    };
}
