namespace TradeBot.Notebooks;

/// <summary>Lets another thread stop the cell that runs now, and only that one.</summary>
internal sealed class CellInterrupt
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;

    /// <param name="cell">Stops the cell that begins; its owner disposes of it after <see cref="End"/>.</param>
    public void Begin(CancellationTokenSource cell)
    {
        lock (_gate)
            _running = cell;
    }

    public void End()
    {
        lock (_gate)
            _running = null;
    }

    public void Stop()
    {
        lock (_gate)
            _ = _running?.CancelAsync();
    }
}
