namespace TradeBot.Sessions;

/// <summary>The lock of the engine: the session's loop holds it, except while the strategy's code runs.</summary>
/// <remarks>
/// A strategy can hang. The loop releases the lock before each call of the strategy and takes it again afterwards, so that the
/// kill switch can use the engine; a call that returns later throws, because it has been abandoned.
/// </remarks>
internal sealed class EngineLock
{
    private static readonly TimeSpan EnginePatience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile bool _isInStep;
    private bool _isAbandoned;
    private int _waiting;

    /// <summary>Number of calls of the strategy.</summary>
    public long Calls { get; private set; }

    public Lock.Scope Enter() => _lock.EnterScope();

    /// <summary>Takes the lock between two steps of the loop, which gives way.</summary>
    /// <param name="patience">How long to wait for a running step.</param>
    /// <param name="isBetween">Whether no step is running; if false, the loop is inside the strategy.</param>
    /// <returns>Whether the lock was taken; <see cref="Exit"/> releases it.</returns>
    public bool TryEnter(TimeSpan patience, out bool isBetween)
    {
        Interlocked.Increment(ref _waiting);
        SpinWait.SpinUntil(() => !_isInStep, patience);
        bool isTaken = _lock.TryEnter(EnginePatience);
        if (isTaken && _isInStep)
        {
            // The step started or reached the strategy in between: wait for it once more.
            _lock.Exit();
            SpinWait.SpinUntil(() => !_isInStep, patience);
            isTaken = _lock.TryEnter(EnginePatience);
        }

        isBetween = !_isInStep;
        if (!isTaken)
            Interlocked.Decrement(ref _waiting);
        return isTaken;
    }

    /// <summary>Releases the lock that <see cref="TryEnter"/> took.</summary>
    public void Exit()
    {
        _lock.Exit();
        Interlocked.Decrement(ref _waiting);
    }

    /// <summary>Runs a step of the loop: no one else changes anything until it ends.</summary>
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

    /// <summary>Whether the loop has been abandoned; read with the lock held.</summary>
    public bool IsAbandoned => _isAbandoned;

    /// <summary>Abandons the loop; called with the lock held.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>Calls the strategy without the lock, which the caller holds.</summary>
    /// <param name="isAbandoned">Called first with the number of the call: whether the journal says that it never returned.</param>
    /// <param name="call">The call of the strategy.</param>
    /// <exception cref="StrategyAbandonedException">The call has been abandoned.</exception>
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

/// <summary>The code of the strategy threw an exception.</summary>
internal sealed class StrategyFailedException(Exception failure) : Exception($"The strategy failed: {failure.GetType().Name}: {failure.Message}", failure);

/// <summary>A call of the strategy returned after the kill switch had stopped waiting for it.</summary>
internal sealed class StrategyAbandonedException() : Exception("The strategy did not return in time, and the session was halted without it.");
