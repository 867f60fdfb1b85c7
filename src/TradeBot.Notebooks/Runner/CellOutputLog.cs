using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Records what one cell shows, as a document stores it: stream text joined, updates and clearings applied.</summary>
/// <param name="work">Gets the progress of the cell's long work, which is not recorded; may be null.</param>
internal sealed class CellOutputLog(Action<string>? work = null) : IOutputSink
{
    private readonly Lock _gate = new();
    private readonly List<CellOutput> _outputs = [];
    private readonly StringBuilder _text = new();
    private StreamKind? _stream;
    private CellError? _error;
    private bool _isClearPending;

    /// <summary>The first error shown, also by work that the cell left behind, and also one that was cleared away.</summary>
    public CellError? Error
    {
        get
        {
            lock (_gate)
                return _error;
        }
    }

    /// <summary>The last line of text that the cell showed; null when it showed none.</summary>
    public string? LastLine
    {
        get
        {
            lock (_gate)
            {
                string? text = _stream is null ? _outputs.FindLast(output => output is not ErrorOutput) switch
                {
                    StreamOutput stream => stream.Text,
                    DisplayOutput display => display.Data.Text,
                    ResultOutput result => result.Data.Text,
                    _ => null,
                }
                : _text.ToString();
                return text?.TrimEnd().Split('\n')[^1] is { Length: > 0 } line ? line : null;
            }
        }
    }

    public void Receive(CellOutput output)
    {
        if (output is ProgressOutput progress)
        {
            work?.Invoke(progress.Text);
            return;
        }

        lock (_gate)
        {
            if (output is ErrorOutput failure)
                _error ??= failure.Error;
            if (output is ClearOutput clear)
                _isClearPending = clear.Wait;
            if (output is ClearOutput { Wait: false } || (_isClearPending && output is not (ClearOutput or DisplayUpdate)))
                Clear();
            switch (output)
            {
                case ClearOutput:
                    break;
                case StreamOutput stream:
                    if (_stream != stream.Stream)
                        EndStream();
                    _stream = stream.Stream;
                    _text.Append(stream.Text);
                    break;
                case DisplayUpdate update:
                    Apply(update);
                    break;
                default:
                    EndStream();
                    _outputs.Add(output);
                    break;
            }
        }
    }

    /// <summary>Replaces the last error by a more accurate reason.</summary>
    public void ReplaceError(CellError error)
    {
        lock (_gate)
        {
            int index = _outputs.FindLastIndex(output => output is ErrorOutput);
            if (index >= 0)
                _outputs[index] = new ErrorOutput(error);
            _error = error;
        }
    }

    /// <summary>The outputs in nbformat; the same outputs always give the same text.</summary>
    public IReadOnlyList<JsonObject> ToDocument(int executionCount)
    {
        lock (_gate)
        {
            EndStream();
            return [.. _outputs.Select(output => ToDocument(output, executionCount))];
        }
    }

    private void Clear()
    {
        _outputs.Clear();
        _text.Clear();
        _stream = null;
        _isClearPending = false;
    }

    private void EndStream()
    {
        if (_stream is { } kind)
            _outputs.Add(new StreamOutput(kind, _text.ToString()));
        _stream = null;
        _text.Clear();
    }

    private void Apply(DisplayUpdate update)
    {
        int index = _outputs.FindIndex(output => output is DisplayOutput shown && shown.DisplayId == update.DisplayId);
        if (index >= 0)
            _outputs[index] = new DisplayOutput(update.Data, update.DisplayId);
    }

    private static JsonObject ToDocument(CellOutput output, int executionCount) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["name"] = stream.Stream == StreamKind.Out ? "stdout" : "stderr",
            ["output_type"] = "stream",
            ["text"] = MultilineText.Write(stream.Text),
        },
        DisplayOutput display => new JsonObject
        {
            ["data"] = display.Data.ToDocument(),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        ResultOutput result => new JsonObject
        {
            ["data"] = result.Data.ToDocument(),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        ErrorOutput { Error: { } error } => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
        },
        _ => throw new ArgumentException($"{output.GetType().Name} has no form in a document.", nameof(output)),
    };
}
