using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TradeBot.Notebooks;

/// <summary>Answers requests; between "busy" and "idle" come the outputs, then the reply.</summary>
internal sealed class ShellRequests(JupyterChannels channels, CSharpSession session, Action shutdown)
{
    private readonly ExecutionHistory _history = new();
    private readonly CellCompletion _completion = new(session);
    private readonly CellHover _hover = new(session);
    private int _executionCount;

    public void Interrupt() => channels.Cells.StopFirst();

    /// <summary>Answers one request; after a failed cell, also those that were queued behind it.</summary>
    public async Task AnswerAsync(JupyterRequest request, ChannelReader<JupyterRequest> queue)
    {
        int behind = await FrameAsync(request, () => DispatchAsync(request, queue));
        for (; behind > 0 && queue.TryRead(out JupyterRequest? queued); behind--)
        {
            if (queued.Message.Type == "execute_request")
                await FrameAsync(queued, () => AbortAsync(queued));
            else
                await FrameAsync(queued, () => DispatchAsync(queued, queue));
        }
    }

    /// <returns>As <see cref="DispatchAsync"/>.</returns>
    private async Task<int> FrameAsync(JupyterRequest request, Func<Task<int>> answer)
    {
        Status(request, "busy");
        try
        {
            return await answer();
        }
        catch (Exception error)
        {
            // A user's session must survive an error of the kernel, which is reported, not hidden.
            JsonObject content = CellOutlet.ErrorContent(ExceptionReport.Of(error, request.Message.Type));
            content["status"] = "error";
            return await Reply(request, request.Message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content);
        }
        finally
        {
            channels.Cells.Remove(request);
            Status(request, "idle");
        }
    }

    /// <returns>How many of the requests in the queue were there when a cell failed that aborts them; 0 otherwise.</returns>
    private Task<int> DispatchAsync(JupyterRequest request, ChannelReader<JupyterRequest> queue)
    {
        JupyterMessage message = request.Message;
        switch (message.Type)
        {
            case "execute_request":
                return ExecuteAsync(request, queue);
            case "kernel_info_request":
                return Reply(request, "kernel_info_reply", KernelInfo.Content());
            case "complete_request":
                return Reply(request, "complete_reply", _completion.Answer(message.Text("code"), message.Number("cursor_pos", int.MaxValue)));
            case "inspect_request":
                return Reply(request, "inspect_reply", _hover.Answer(message.Text("code"), message.Number("cursor_pos", int.MaxValue)));
            case "is_complete_request":
                return Reply(request, "is_complete_reply", CellCompleteness.Answer(message.Text("code")));
            case "history_request":
                return Reply(request, "history_reply", _history.Answer(message));
            case "comm_info_request":
                return Reply(request, "comm_info_reply", new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
            case "comm_open":
                channels.Publish("comm_close", new JsonObject { ["comm_id"] = message.Text("comm_id"), ["data"] = new JsonObject() }, message);
                return Task.FromResult(0); // no comm target lives here: the front end learns it by the closing
            case "interrupt_request":
                return Reply(request, "interrupt_reply", new JsonObject { ["status"] = "ok" });
            case "shutdown_request":
                return ShutDownAsync(request);
            default:
                return Task.FromResult(0); // a message of a later protocol
        }
    }

    private async Task<int> ExecuteAsync(JupyterRequest request, ChannelReader<JupyterRequest> queue)
    {
        JupyterMessage message = request.Message;
        bool isSilent = message.Flag("silent", otherwise: false);
        bool isKept = !isSilent && message.Flag("store_history", otherwise: true);
        string code = message.Text("code").ReplaceLineEndings("\n");
        int count = isKept ? ++_executionCount : _executionCount;
        if (!isSilent)
            channels.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, message);

        var outlet = new CellOutlet(channels, request, count, isSilent);
        CancellationToken stop = channels.Cells.TokenOf(request);
        CellError? error = await RunAsync(new CellSource(CellName(count), code) { Language = CellLanguage.Of(message.Metadata, CellLanguage.CSharp) }, outlet, stop);
        if (isKept)
            _history.Add(count, code, outlet.Result);
        JsonObject expressions = error is null ? await EvaluateAsync(message.Content["user_expressions"] as JsonObject, stop) : [];
        outlet.Flush();
        await channels.FlushOutputsAsync();
        int behind = error is not null && message.Flag("stop_on_error", otherwise: true) ? queue.Count : 0; // what comes after the reply knows of the failure
        await Reply(request, "execute_reply", Outcome(count, error, expressions));
        return behind;
    }

    private static string CellName(int count) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cell {count}");

    private async Task<CellError?> RunAsync(CellSource cell, IOutputSink sink, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(cell.Code) ? null : (await session.ExecuteAsync(cell, sink, stop)).Error;

    /// <summary>Values that a front end wants beside the outputs, under its own names for them.</summary>
    private async Task<JsonObject> EvaluateAsync(JsonObject? expressions, CancellationToken stop)
    {
        var values = new JsonObject();
        foreach ((string name, JsonNode? expression) in expressions ?? [])
        {
            var value = new ValueSink();
            CellError? error = await RunAsync(new CellSource("expression " + name, (string?)expression ?? ""), value, stop);
            JsonObject content = error is null
                ? new JsonObject { ["status"] = "ok", ["data"] = value.Data?.ToMessage() ?? [], ["metadata"] = new JsonObject() }
                : CellOutlet.ErrorContent(error);
            if (error is not null)
                content["status"] = "error";
            values[name] = content;
        }

        return values;
    }

    private static JsonObject Outcome(int count, CellError? error, JsonObject expressions)
    {
        JsonObject content = error is null ? [] : CellOutlet.ErrorContent(error);
        content["status"] = error is null ? "ok" : "error";
        content["execution_count"] = count;
        content["user_expressions"] = expressions;
        content["payload"] = new JsonArray();
        return content;
    }

    private Task<int> AbortAsync(JupyterRequest request) =>
        Reply(request, "execute_reply", new JsonObject { ["status"] = "aborted", ["execution_count"] = _executionCount });

    private async Task<int> ShutDownAsync(JupyterRequest request)
    {
        var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Message.Flag("restart", otherwise: false) };
        channels.Publish("shutdown_reply", (JsonObject)content.DeepClone(), request.Message);
        await Reply(request, "shutdown_reply", content);
        shutdown();
        return 0;
    }

    private Task<int> Reply(JupyterRequest request, string type, JsonObject content)
    {
        channels.Reply(request, type, content);
        return Task.FromResult(0);
    }

    private void Status(JupyterRequest request, string state) =>
        channels.Publish("status", new JsonObject { ["execution_state"] = state }, request.Message);

    private sealed class ValueSink : IOutputSink
    {
        public MimeBundle? Data { get; private set; }

        public void Receive(CellOutput output)
        {
            if (output is ResultOutput result)
                Data = result.Data;
        }
    }
}
