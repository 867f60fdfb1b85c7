using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Cell outputs and errors as the worker's lines carry them.</summary>
internal static class WorkerOutputs
{
    public static JsonObject Write(CellOutput output) => output switch
    {
        StreamOutput stream => new JsonObject { ["type"] = "stream", ["error"] = stream.Stream == StreamKind.Error, ["text"] = stream.Text, ["raw"] = stream.IsRaw },
        DisplayOutput display => new JsonObject { ["type"] = "display", ["id"] = display.DisplayId, ["data"] = display.Data.ToMessage() },
        DisplayUpdate update => new JsonObject { ["type"] = "update", ["id"] = update.DisplayId, ["data"] = update.Data.ToMessage() },
        ProgressOutput progress => new JsonObject { ["type"] = "progress", ["id"] = progress.DisplayId, ["text"] = progress.Text },
        ResultOutput result => new JsonObject { ["type"] = "result", ["data"] = result.Data.ToMessage() },
        ClearOutput clear => new JsonObject { ["type"] = "clear", ["wait"] = clear.Wait },
        ErrorOutput failure => new JsonObject { ["type"] = "error", ["data"] = Write(failure.Error) },
        _ => throw new ArgumentException($"{output.GetType().Name} has no form on the wire.", nameof(output)),
    };

    public static CellOutput Read(JsonObject output) => Text(output, "type") switch
    {
        "stream" => new StreamOutput((bool)output["error"]! ? StreamKind.Error : StreamKind.Out, Text(output, "text")) { IsRaw = (bool)output["raw"]! },
        "display" => new DisplayOutput(Data(output), Text(output, "id")),
        "update" => new DisplayUpdate(Data(output), Text(output, "id")),
        "progress" => new ProgressOutput(Text(output, "text"), Text(output, "id")),
        "result" => new ResultOutput(Data(output)),
        "clear" => new ClearOutput((bool)output["wait"]!),
        "error" => new ErrorOutput(ReadError(output["data"]!.AsObject())),
        string other => throw new ArgumentException($"An output of type \"{other}\" is not known.", nameof(output)),
    };

    public static JsonObject Write(CellError error) => new()
    {
        ["name"] = error.Name,
        ["message"] = error.Message,
        ["line"] = error.Line,
        ["column"] = error.Column,
        ["trace"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
    };

    public static CellError ReadError(JsonObject error) => new(
        Text(error, "name"), Text(error, "message"), (int?)error["line"], (int?)error["column"], [.. error["trace"]!.AsArray().Select(line => (string)line!)]);

    private static MimeBundle Data(JsonObject output) => MimeBundle.OfMessage(output["data"]!.AsObject());

    private static string Text(JsonObject message, string name) => (string)message[name]!;
}
