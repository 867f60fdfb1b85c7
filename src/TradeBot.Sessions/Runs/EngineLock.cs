namespace TradeBot.Sessions;

/// <summary>Who may touch the engine: the session's loop, but not while it is inside the strategy's own code.</summary>
/// <remarks>
/// A strategy can hang. The loop lets go of the lock before each call of it and takes it again after, so that the kill switch
/// finds the engine free; a loop that comes back later learns that it has been abandoned.
/// </remarks>
internal sealed class EngineLock
{
    private static readonly TimeSpan EnginePatience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile bool _isInStep;
    private bool _isAbandoned;
    private int _waiting;

    /// <summary>How often the strategy has been called.</summary>
    public long Calls { get; private set; }

    public Lock.Scope Enter() => _lock.EnterScope();

    /// <summary>Takes the lock between two steps of the loop, which lets others go first.</summary>
    /// <param name="patience">How long to wait for a step that is under way.</param>
    /// <param name="isBetween">Whether no step is under way; if not, the loop is inside the strategy.</param>
    /// <returns>Whether the lock was taken; <see cref="Exit"/> gives it back.</returns>
    public bool TryEnter(TimeSpan patience, out bool isBetween)
    {
        Interlocked.Increment(ref _waiting);
        SpinWait.SpinUntil(() => !_isInStep, patience);
        bool isTaken = _lock.TryEnter(EnginePatience);
        if (isTaken && _isInStep)
        {
            // The step began, or reached the strategy, in between: it is waited for once more.
            _lock.Exit();
            SpinWait.SpinUntil(() => !_isInStep, patience);
            isTaken = _lock.TryEnter(EnginePatience);
        }

        isBetween = !_isInStep;
        if (!isTaken)
            Interlocked.Decrement(ref _waiting);
        return isTaken;
    }

    /// <summary>Gives back what <see cref="TryEnter"/> took.</summary>
    public void Exit()
    {
        _lock.Exit();
        Interlocked.Decrement(ref _waiting);
    }

    /// <summary>Makes a step, as the loop does: nobody else changes anything until it is over.</summary>
    public void Step(Action step)
    {
        if (Volatile.Read(ref _waiting) > 0)
            SpinWait.SpinUntil(() => Volatile.Read(ref _waiting) == 0, EnginePatience);
        using (_lock.EnterScope())
        {
            _isInStep = true;
            try
            {
                step();
            }
            finally
            {
                _isInStep = false;
            }
        }
    }

    /// <summary>Whether the loop is not waited for any more; asked with the lock held.</summary>
    public bool IsAbandoned => _isAbandoned;

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
