using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;

namespace TradeBot.Notebooks;

/// <summary>Runs cells in a separate process, and ends that process when a cell does not stop.</summary>
internal sealed class WorkerCells : ICellHost
{
    /// <summary>How long a cell that was asked to stop may take before its process is killed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AtEnd = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly WorkerWire _wire;
    private readonly ProcessTail _said;
    private readonly TimeSpan _cellTimeLimit;
    private readonly Dictionary<int, IOutputSink> _sinks = [];
    private readonly Task _reading;
    private TaskCompletionSource<JsonObject> _answer = NewAnswer();
    private (int Cell, StringBuilder Text)? _lastWords;
    private int _cells;

    private WorkerCells(Process process, NamedPipeServerStream pipe, ProcessTail said, TimeSpan cellTimeLimit)
    {
        _process = process;
        _pipe = pipe;
        _wire = new WorkerWire(pipe);
        _said = said;
        _cellTimeLimit = cellTimeLimit;
        _reading = Task.Run(ReadAsync);
    }

    public bool IsAlive { get; private set; } = true;

    /// <summary>Starts the process in the notebook's folder and waits until it answers.</summary>
    /// <exception cref="IOException">The process did not start, or ended before it answered.</exception>
    public static async Task<WorkerCells> StartAsync(WorkerCommand command, string folder, TimeSpan cellTimeLimit, CancellationToken cancellationToken)
    {
        string name = "tb-" + Path.GetRandomFileName();
        var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        Process? process = null;
        try
        {
            process = Start(command, name, folder);
            var said = new ProcessTail(process);
            await ConnectAsync(pipe, process, said, cancellationToken);
            var cells = new WorkerCells(process, pipe, said, cellTimeLimit);
            await cells._wire.WriteAsync(new JsonObject { [WorkerWire.Kind] = "start", ["limit"] = cellTimeLimit.TotalMilliseconds });
            return cells;
        }
        catch
        {
            process?.Kill(entireProcessTree: true);
            process?.Dispose();
            await pipe.DisposeAsync();
            throw;
        }
    }

    public async Task<CellError?> ExecuteAsync(CellSource cell, IOutputSink sink, CancellationToken cancellationToken)
    {
        JsonObject request = new()
        {
            [WorkerWire.Kind] = "run", ["cell"] = Register(sink), ["name"] = cell.Name, ["code"] = cell.Code, ["language"] = cell.Language,
        };
        TimeSpan patience = _cellTimeLimit == Timeout.InfiniteTimeSpan ? _cellTimeLimit : _cellTimeLimit + Grace;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        JsonObject? answer;
        try
        {
            answer = await AskAsync(request, limit.Token);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(TimeSpan.Zero);
            ShowLastWords(); // it was killed: they are the cell's
            return Show(sink, cancellationToken.IsCancellationRequested
                ? CellError.Of(CellError.Cancelled, "The cell was stopped.")
                : CellError.Of(CellError.TimeLimit, string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than its limit of {_cellTimeLimit.TotalSeconds} s and did not stop when asked: its process was killed.")));
        }

        if (answer is null)
            return Show(sink, await DeathAsync());
        return answer["error"] is JsonObject error ? WorkerOutputs.ReadError(error) : null;
    }

    public async Task SetAsync(IReadOnlyDictionary<string, string> values, IOutputSink sink, CancellationToken cancellationToken)
    {
        var given = new JsonObject(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
        JsonObject? answer = await AskAsync(new JsonObject { [WorkerWire.Kind] = "set", ["cell"] = Register(sink), ["values"] = given }, cancellationToken);
        if (answer is null)
            throw new IOException((await DeathAsync()).Message);
        if (answer["refused"] is { } refused)
            throw new NotebookParameterException((string)refused!);
    }

    public async Task DrainAsync()
    {
        if (IsAlive)
            await AskAsync(new JsonObject { [WorkerWire.Kind] = "end" }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _pipe.DisposeAsync(); // asks the process to end
        await EndAsync(AtEnd);
        _wire.Dispose();
        _process.Dispose();
    }

    private static Process Start(WorkerCommand command, string pipe, string folder)
    {
        var start = new ProcessStartInfo(command.FileName, [.. command.Arguments, pipe])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.TryAdd(RuntimeStart.Variable, RuntimeStart.Value);

        // As a shell does on entering a folder: nothing a notebook reads tells where its run was started from.
        if (start.Environment.ContainsKey("PWD"))
            start.Environment["PWD"] = folder;
        start.Environment.Remove("OLDPWD");
        return Process.Start(start) ?? throw new IOException($"{command.FileName} did not start.");
    }

    private static async Task ConnectAsync(NamedPipeServerStream pipe, Process process, ProcessTail said, CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task ended = process.WaitForExitAsync(patience.Token);
        Task connected = pipe.WaitForConnectionAsync(patience.Token);
        patience.CancelAfter(AnswerTimeout);
        Task first = await Task.WhenAny(connected, ended);
        cancellationToken.ThrowIfCancellationRequested();
        if (first == ended || !connected.IsCompletedSuccessfully)
            throw new IOException($"The notebook's process did not answer. {await said.TextAsync()}");
        await patience.CancelAsync();
    }

    private static TaskCompletionSource<JsonObject> NewAnswer() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CellError Show(IOutputSink sink, CellError error)
    {
        sink.Receive(new ErrorOutput(error));
        return error;
    }

    private int Register(IOutputSink sink)
    {
        lock (_sinks)
            _sinks[++_cells] = sink;
        return _cells;
    }

    /// <returns>Null when the process ended instead of answering.</returns>
    private async Task<JsonObject?> AskAsync(JsonObject request, CancellationToken cancellationToken)
    {
        try
        {
            await _wire.WriteAsync(request);
        }
        catch (IOException)
        {
            await _reading; // the pipe is broken: no answer will come
        }

        TaskCompletionSource<JsonObject> answer = _answer;
        await Task.WhenAny(answer.Task, _reading).WaitAsync(cancellationToken);
        if (!answer.Task.IsCompletedSuccessfully)
            return null;
        _answer = NewAnswer();
        return await answer.Task;
    }

    private async Task ReadAsync()
    {
        while (await _wire.ReadAsync() is { } message)
        {
            if ((string?)message[WorkerWire.Kind] == "output")
            {
                Receive((int)message["cell"]!, WorkerOutputs.Read(message["output"]!.AsObject()));
            }
            else
            {
                ShowLastWords();
                _answer.TrySetResult(message);
            }
        }

        IsAlive = false;
    }

    /// <summary>Text that came by descriptor 2 is held back until something follows it: where nothing does, it is why the process died.</summary>
    private void Receive(int cell, CellOutput output)
    {
        if (output is not StreamOutput { IsRaw: true, Stream: StreamKind.Error } raw)
        {
            ShowLastWords();
            Sink(cell).Receive(output);
            return;
        }

        if (_lastWords is { } other && other.Cell != cell)
            ShowLastWords();
        _lastWords ??= (cell, new StringBuilder());
        _lastWords.Value.Text.Append(raw.Text);
    }

    private void ShowLastWords()
    {
        if (_lastWords is { } words)
            Sink(words.Cell).Receive(new StreamOutput(StreamKind.Error, words.Text.ToString()));
        _lastWords = null;
    }

    private IOutputSink Sink(int cell)
    {
        lock (_sinks)
            return _sinks[cell];
    }

    private async Task<CellError> DeathAsync()
    {
        await EndAsync(AtEnd); // its pipe is closed, so it is ending; what it said last is complete once it has
        _said.Begin(_lastWords?.Text.ToString() ?? "");
        string said = await _said.TextAsync();
        string message = string.Create(CultureInfo.InvariantCulture, $"The notebook's process ended with exit code {_process.ExitCode} while this cell ran.");
        return new CellError(CellError.Died, message, null, null, [$"{CellError.Died}: {message}", .. said.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private async Task EndAsync(TimeSpan patience)
    {
        IsAlive = false;
        Task ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(ended, Task.Delay(patience)) != ended)
            _process.Kill(entireProcessTree: true);
        await ended;
        ProcessGroup.End(_process.Id);
        await _reading;
    }
}
