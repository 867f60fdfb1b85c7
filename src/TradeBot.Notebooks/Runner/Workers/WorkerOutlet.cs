using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>The worker's way out: keeps the order of what cells show and of how they end, and gathers text while the line is busy.</summary>
internal sealed class WorkerOutlet(WorkerWire wire)
{
    private const int MostPending = 16 << 20; // characters; beyond, a cell that prints waits for its reader

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly Queue<JsonObject> _pending = new();
    private readonly StringBuilder _text = new();
    private (int Cell, StreamKind Stream)? _open;
    private bool _busy;

    public IOutputSink OfCell(int cell) => new Sink(this, cell);

    /// <summary>Sends a message after everything that was shown before it.</summary>
    public void Send(JsonObject message)
    {
        lock (_gate)
        {
            EndText();
            _pending.Enqueue(message);
            Begin();
        }
    }

    /// <summary>Returns once all that was given is written, or after a while when it cannot be.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            while (_busy && Monitor.Wait(_gate, Patience))
            {
            }
        }
    }

    private void Show(int cell, CellOutput output)
    {
        if (output is not StreamOutput stream)
        {
            Send(Message(cell, output));
            return;
        }

        lock (_gate)
        {
            while (_text.Length > MostPending)
                Monitor.Wait(_gate);
            if (_open != (cell, stream.Stream))
                EndText();
            _open = (cell, stream.Stream);
            _text.Append(stream.Text);
            Begin();
        }
    }

    private static JsonObject Message(int cell, CellOutput output) =>
        new() { [WorkerWire.Kind] = "output", ["cell"] = cell, ["output"] = WorkerOutputs.Write(output) };

    private void EndText()
    {
        if (_open is { } open && _text.Length > 0)
            _pending.Enqueue(Message(open.Cell, new StreamOutput(open.Stream, _text.ToString())));
        _text.Clear();
        _open = null;
    }

    private void Begin()
    {
        if (_busy)
            return;
        _busy = true;
        _ = Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        while (Next() is { } message)
        {
            try
            {
                await wire.WriteAsync(message);
            }
            catch (IOException)
            {
                Environment.Exit(NotebookWorker.Orphaned); // nobody reads any more
            }
        }
    }

    private JsonObject? Next()
    {
        lock (_gate)
        {
            if (_pending.Count == 0)
                TakeText();
            Monitor.PulseAll(_gate);
            if (_pending.TryDequeue(out JsonObject? message))
                return message;
            _busy = false;
            return null;
        }
    }

    /// <summary>Text so far, without half a character: its other half comes with the next piece.</summary>
    private void TakeText()
    {
        if (_open is not { } open || _text.Length == 0)
            return;
        char last = _text[^1];
        bool isHalf = char.IsHighSurrogate(last);
        if (isHalf)
            _text.Length--;
        if (_text.Length > 0)
            _pending.Enqueue(Message(open.Cell, new StreamOutput(open.Stream, _text.ToString())));
        _text.Clear();
        if (isHalf)
            _text.Append(last);
    }

    private sealed class Sink(WorkerOutlet outlet, int cell) : IOutputSink
    {
        public void Receive(CellOutput output) => outlet.Show(cell, output);
    }
}
