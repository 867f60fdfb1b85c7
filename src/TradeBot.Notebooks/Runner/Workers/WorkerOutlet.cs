using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>The worker's way out: keeps the order of what cells show and of how they end.</summary>
/// <remarks>
/// What is shown is with the system before the call returns, and so outlives a process that dies right after it: nothing
/// is gathered here, the runner joins the pieces. A cell that prints faster than the runner reads waits for it.
/// </remarks>
internal sealed class WorkerOutlet(WorkerWire wire)
{
    private readonly Lock _gate = new();
    private (int Cell, StreamOutput Text)? _half;

    public IOutputSink OfCell(int cell) => new Sink(this, cell);

    /// <summary>Sends a message after everything that was shown before it.</summary>
    public void Send(JsonObject message)
    {
        lock (_gate)
        {
            SendHalf();
            Write(message);
        }
    }

    /// <summary>Sends what waits for its other half.</summary>
    public void Flush()
    {
        lock (_gate)
            SendHalf();
    }

    private static JsonObject Message(int cell, CellOutput output) =>
        new() { [WorkerWire.Kind] = "output", ["cell"] = cell, ["output"] = WorkerOutputs.Write(output) };

    private void Show(int cell, CellOutput output)
    {
        lock (_gate)
        {
            CellOutput? whole = output is StreamOutput stream ? Join(cell, stream) : output;
            if (whole is null)
                return;
            SendHalf();
            Write(Message(cell, whole));
        }
    }

    /// <summary>Half a character, as single calls may write it, waits for the other half.</summary>
    private StreamOutput? Join(int cell, StreamOutput stream)
    {
        if (_half is { } half && half.Cell == cell && half.Text.Stream == stream.Stream)
        {
            stream = stream with { Text = half.Text.Text + stream.Text };
            _half = null;
        }

        if (stream.Text.Length == 0 || !char.IsHighSurrogate(stream.Text[^1]))
            return stream;
        SendHalf();
        if (stream.Text.Length > 1)
            Write(Message(cell, stream with { Text = stream.Text[..^1] }));
        _half = (cell, stream with { Text = stream.Text[^1..] });
        return null;
    }

    private void SendHalf()
    {
        if (_half is { } half)
            Write(Message(half.Cell, half.Text));
        _half = null;
    }

    private void Write(JsonObject message)
    {
        try
        {
            wire.Write(message);
        }
        catch (IOException)
        {
            NotebookWorker.EndAsOrphan(); // the reader is gone
        }
    }

    private sealed class Sink(WorkerOutlet outlet, int cell) : IOutputSink
    {
        public void Receive(CellOutput output) => outlet.Show(cell, output);
    }
}
