namespace TradeBot.Notebooks.Tests.Kernel;

/// <summary>A session and what its cells showed.</summary>
internal sealed class TestSession : IDisposable, IOutputSink
{
    /// <summary>How long a cell may run where nothing else is said: no test may wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly CSharpSession _session;
    private readonly List<CellOutput> _outputs = [];
    private int _cells;

    public TestSession(string? folder = null, TimeSpan? limit = null, int? stackBytes = null)
    {
        _session = new CSharpSession(folder ?? AppContext.BaseDirectory) { CellTimeLimit = limit ?? Patience, StackBytes = stackBytes ?? CellThread.StackBytes };
    }

    public CSharpSession Session => _session;

    /// <summary>Runs a cell; its outputs replace those of the cell before.</summary>
    public async Task<CellResult> RunAsync(string code, CancellationToken cancellationToken = default)
    {
        lock (_outputs)
            _outputs.Clear();
        string number = (++_cells).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await _session.ExecuteAsync(new CellSource($"cell {number}", code), this, cancellationToken).WaitAsync(2 * Patience, CancellationToken.None);
    }

    /// <summary>Runs a cell and stops it when it has written "started".</summary>
    public async Task<CellResult> StopOnceStartedAsync(string code, Action<CellOutput>? shown = null)
    {
        using var stop = new CancellationTokenSource();
        Shown = output =>
        {
            shown?.Invoke(output);
            if (output is StreamOutput { Text: "started" })
                _ = stop.CancelAsync();
        };
        return await RunAsync(code, stop.Token);
    }

    /// <summary>Runs a cell that must succeed and returns its value as text.</summary>
    public async Task<string?> ValueAsync(string code)
    {
        CellResult result = await RunAsync(code);
        Assert.True(result.Succeeded, result.Error is null ? "" : string.Join('\n', result.Error.Trace));
        return Outputs.OfType<ResultOutput>().SingleOrDefault()?.Data.Text;
    }

    /// <summary>Runs a cell that must fail and returns why.</summary>
    public async Task<CellError> ErrorAsync(string code)
    {
        CellResult result = await RunAsync(code);
        Assert.NotNull(result.Error);
        return result.Error;
    }

    public IReadOnlyList<CellOutput> Outputs
    {
        get
        {
            lock (_outputs)
                return [.. _outputs];
        }
    }

    /// <summary>Called on the thread that shows something.</summary>
    public Action<CellOutput>? Shown { get; set; }

    public void Receive(CellOutput output)
    {
        Shown?.Invoke(output);
        lock (_outputs)
            _outputs.Add(output);
    }

    public void Dispose() => _session.Dispose();
}
