namespace TradeBot.Notebooks;

/// <summary>The executions that were asked for and are not answered, in the order in which they came; lets another thread stop the first.</summary>
/// <remarks>
/// The first is the one that runs, or that will run next: so an interrupt that overtakes the start of the cell
/// it is meant for still finds it. What is queued behind a stopped cell is aborted as behind any failed cell.
/// </remarks>
internal sealed class PendingCells
{
    private readonly Lock _gate = new();
    private readonly List<(JupyterRequest Request, CancellationTokenSource Stop)> _pending = [];

    /// <summary>Takes in a request as it is read.</summary>
    public void Add(JupyterRequest request)
    {
        lock (_gate)
            _pending.Add((request, new CancellationTokenSource()));
    }

    /// <summary>What stops the execution of a request that was added.</summary>
    public CancellationToken TokenOf(JupyterRequest request)
    {
        lock (_gate)
            return _pending.Find(cell => ReferenceEquals(cell.Request, request)).Stop.Token;
    }

    /// <summary>Removes a request that was answered; any other is ignored.</summary>
    public void Remove(JupyterRequest request)
    {
        lock (_gate)
            _pending.RemoveAll(cell => ReferenceEquals(cell.Request, request));
    }

    /// <summary>Stops the first; where there is none, nothing.</summary>
    public void StopFirst()
    {
        lock (_gate)
            _ = _pending.Count == 0 ? Task.CompletedTask : _pending[0].Stop.CancelAsync();
    }
}
