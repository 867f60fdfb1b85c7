using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Sends what one execution shows to the front ends, under the request's header, also when it comes late.</summary>
/// <remarks>
/// What is shown is with the system before the call returns, and so outlives a process that dies right after it. A cell that
/// prints without a pause is the exception: after a hundred messages its text is gathered for a moment, so that a hundred
/// thousand lines become some hundred messages, which front ends can take.
/// </remarks>
internal sealed class CellOutlet(JupyterChannels channels, JupyterRequest request, int executionCount, bool isSilent) : IOutputSink, IInputSource
{
    private const int MaxGathered = 1 << 16;
    private const double MaxPrompt = 100;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _works = [];
    private StreamKind _stream;
    private double _promptLeft = MaxPrompt; // messages of text that may go at once; one more with each moment of gathering
    private long _promptCounted = Stopwatch.GetTimestamp();
    private bool _isFlushPlanned;

    /// <summary>The plain text of the cell's value; null when it has none.</summary>
    public string? Result { get; private set; }

    public void Receive(CellOutput output)
    {
        if (output is ResultOutput result)
            Result = result.Data.Text;
        if (isSilent || (output is ProgressOutput && !HasReader))
            return;
        lock (_gate)
        {
            if (output is StreamOutput stream)
                Gather(stream);
            else
                Publish(output);
        }

        channels.WaitForRoom();
    }

    /// <summary>Sends the text gathered so far.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            _isFlushPlanned = false;
            SendText(_text.Length);
        }
    }

    /// <summary>Whether the front end is interactive: clients that run notebooks unattended, such as nbconvert, take no input.</summary>
    private bool HasReader => request.Message.Flag("allow_stdin", otherwise: false);

    public string? ReadLine(CancellationToken cancellationToken)
    {
        if (!HasReader)
            throw new InvalidOperationException("The cell asks for input, but this front end does not support input.");
        Flush();
        return channels.AskAsync(request, prompt: "", cancellationToken).GetAwaiter().GetResult()
            ?? throw new InvalidOperationException("The cell asks for input, but no front end is connected to answer.");
    }

    private void Gather(StreamOutput output)
    {
        if (output.Stream != _stream)
            Flush();
        _stream = output.Stream;
        _text.Append(output.Text);
        if (_text.Length >= MaxGathered || MayGoAtOnce())
        {
            SendText(char.IsHighSurrogate(_text[^1]) ? _text.Length - 1 : _text.Length); // half a character waits for its other half
        }
        else if (!_isFlushPlanned)
        {
            _isFlushPlanned = true;
            _ = FlushLaterAsync();
        }
    }

    private bool MayGoAtOnce()
    {
        long now = Stopwatch.GetTimestamp();
        _promptLeft = Math.Min(MaxPrompt, _promptLeft + (Stopwatch.GetElapsedTime(_promptCounted, now) / Gathering));
        _promptCounted = now;
        if (_promptLeft < 1)
            return false;
        _promptLeft--;
        return true;
    }

    private void SendText(int length)
    {
        if (length == 0)
            return;
        Send("stream", new JsonObject { ["name"] = _stream == StreamKind.Out ? "stdout" : "stderr", ["text"] = _text.ToString(0, length) });
        _text.Remove(0, length);
    }

    private async Task FlushLaterAsync()
    {
        await Task.Delay(Gathering).ConfigureAwait(false);
        Flush();
    }

    private void Publish(CellOutput output)
    {
        Flush();
        switch (output)
        {
            case DisplayOutput display:
                Send("display_data", Bundle(display.Data, display.DisplayId));
                break;
            case DisplayUpdate update:
                Send("update_display_data", Bundle(update.Data, update.DisplayId));
                break;
            case ProgressOutput progress:
                Send(_works.Add(progress.DisplayId) ? "display_data" : "update_display_data", Bundle(progress));
                break;
            case ResultOutput result:
                JsonObject content = Bundle(result.Data, displayId: null);
                content["execution_count"] = executionCount;
                Send("execute_result", content);
                break;
            case ClearOutput clear:
                Send("clear_output", new JsonObject { ["wait"] = clear.Wait });
                break;
            case ErrorOutput error:
                Send("error", ErrorContent(error.Error));
                break;
        }
    }

    /// <summary>What an error message and a failed reply say of an error.</summary>
    public static JsonObject ErrorContent(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
    };

    private static JsonObject Bundle(ProgressOutput progress)
    {
        JsonObject content = Bundle(new MimeBundle(progress.Text), progress.DisplayId);
        content["metadata"] = ProgressOutput.Metadata;
        return content;
    }

    private static JsonObject Bundle(MimeBundle data, string? displayId) => new()
    {
        ["data"] = data.ToMessage(),
        ["metadata"] = new JsonObject(),
        ["transient"] = displayId is null ? new JsonObject() : new JsonObject { ["display_id"] = displayId },
    };

    private void Send(string type, JsonObject content) => channels.Publish(type, content, request.Message);
}
