namespace TradeBot.Sessions;

/// <summary>Who may touch the engine: the session's loop, but not while it is inside the strategy's own code.</summary>
/// <remarks>
/// A strategy can hang. The loop lets go of the lock before each call of it and takes it again after, so that the kill switch
/// finds the engine free; a loop that comes back later learns that it has been abandoned.
/// </remarks>
internal sealed class EngineLock
{
    private readonly Lock _lock = new();
    private volatile bool _isInStrategy;
    private bool _isAbandoned;

    /// <summary>How often the strategy has been called.</summary>
    public long Calls { get; private set; }

    public Lock.Scope Enter() => _lock.EnterScope();

    public bool TryEnter(TimeSpan patience) => _lock.TryEnter(patience);

    public void Exit() => _lock.Exit();

    /// <summary>Whether the loop is inside the strategy; asked with the lock held.</summary>
    public bool IsInStrategy => _isInStrategy;

    /// <summary>Waits until the loop is back from the strategy; without the lock.</summary>
    public void AwaitStrategy(TimeSpan patience) => SpinWait.SpinUntil(() => !_isInStrategy, patience);

    /// <summary>The loop is not waited for any more; with the lock held.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>Calls the strategy without the lock, which the caller has.</summary>
    /// <param name="isAbandoned">Asked first, with the number of the call: whether it is known never to have come back.</param>
    /// <param name="call">What is called.</param>
    /// <exception cref="StrategyAbandonedException">Nobody waits for it any more.</exception>
    public void Call(Func<long, bool> isAbandoned, Action call)
    {
        Calls++;
        if (isAbandoned(Calls))
            throw new StrategyAbandonedException();
        _isInStrategy = true;
        _lock.Exit();
        Exception? failure = null;
        try
        {
            call();
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }

        _lock.Enter();
        _isInStrategy = false;
        if (_isAbandoned)
            throw new StrategyAbandonedException();
        if (failure is not null)
            throw new StrategyFailedException(failure);
    }
}

/// <summary>The strategy's own code threw.</summary>
internal sealed class StrategyFailedException(Exception failure) : Exception($"The strategy failed: {failure.GetType().Name}: {failure.Message}", failure);

/// <summary>A call of the strategy came back after the kill switch had stopped waiting for it.</summary>
internal sealed class StrategyAbandonedException() : Exception("The strategy did not come back in time, and the session was halted without it.");
