namespace TradeBot.Notebooks;

/// <summary>One cell while it runs: whose output it is, and what stops it.</summary>
/// <param name="cell">Its text.</param>
/// <param name="sink">Takes what it shows.</param>
/// <param name="limit">Stops it.</param>
/// <param name="timeLimit">How long it may run from the moment it does; what the compiler takes does not count.</param>
/// <param name="stackBytes">How large the stack of its thread is.</param>
internal sealed class CellExecution(CellSource cell, IOutputSink sink, CancellationTokenSource limit, TimeSpan timeLimit, int stackBytes)
{
    private bool _isLimited;

    public CellSource Cell => cell;

    public CellScope Scope { get; } = new(cell.Name, sink, limit.Token);

    public CancellationToken Cancellation => limit.Token;

    /// <summary>Runs the researcher's code, or code that may call it, where it can be stopped.</summary>
    public Task<object?> OnThreadAsync(Func<Task<object?>> body)
    {
        if (!_isLimited)
            limit.CancelAfter(timeLimit);
        _isLimited = true;
        return CellThread.RunAsync(Scope, body, stackBytes, limit.Token);
    }

    /// <summary>Shows a value beside the cell's outputs.</summary>
    public Task ShowAsync(Func<object?> value) => OnThreadAsync(() =>
    {
        Scope.Show(new DisplayOutput(ValueFormatter.Format(value()), CellScope.NextDisplayId()));
        return Task.FromResult<object?>(null);
    });
}
