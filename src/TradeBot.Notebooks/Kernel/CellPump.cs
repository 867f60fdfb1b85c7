namespace TradeBot.Notebooks;

/// <summary>Brings a cell's continuations after <c>await</c> back to the cell's thread while that thread waits for them.</summary>
/// <remarks>
/// A continuation is handed over only while the thread waits, one at a time; otherwise it goes to the pool.
/// So a cell that blocks on <c>.Result</c> never waits for a continuation that waits for the cell.
/// </remarks>
internal sealed class CellPump : SynchronizationContext
{
    private readonly object _gate = new();
    private (SendOrPostCallback Callback, object? State)? _handed;
    private bool _waiting;

    /// <returns>The value, or the exception that the body threw with its own stack trace.</returns>
    public static (object? Value, Exception? Failure) Run(Func<Task<object?>> body)
    {
        var pump = new CellPump();
        SetSynchronizationContext(pump);
        try
        {
            Task<object?> task = body();
            pump.WaitFor(task);
            return (task.GetAwaiter().GetResult(), null);
        }
        catch (Exception error)
        {
            return (null, error);
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            if (_waiting && _handed is null)
            {
                _handed = (d, state);
                Monitor.PulseAll(_gate);
                return;
            }
        }

        ThreadPool.QueueUserWorkItem(static work => work.d(work.state), (d, state), preferLocal: false);
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    private void WaitFor(Task task)
    {
        if (task.IsCompleted)
            return;
        _ = task.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (Next(task) is { } work)
            work.Callback(work.State);
    }

    private void Wake()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    private (SendOrPostCallback Callback, object? State)? Next(Task task)
    {
        lock (_gate)
        {
            _waiting = true;
            while (_handed is null && !task.IsCompleted)
                Monitor.Wait(_gate);
            _waiting = false;
            (SendOrPostCallback, object?)? work = _handed;
            _handed = null;
            return work;
        }
    }
}
