namespace TradeBot.Strategies;

/// <summary>The targets of a strategy as whoever executes them has them.</summary>
public sealed class DrivenTargets : TargetExposures
{
    /// <param name="symbols">The symbols of the run, in the order of their first feed.</param>
    public DrivenTargets(IEnumerable<string> symbols)
        : base(symbols)
    {
    }

    /// <summary>Changes whenever a target or a level changes: while it stays the same, there is nothing to execute.</summary>
    public int Version => _version;

    /// <summary>Changes whenever a level changes, is stated or dropped.</summary>
    public int LevelVersion => _levelVersion;

    /// <summary>A level closed the position of a symbol, so that its target is now 0.</summary>
    /// <param name="symbol">Position of the symbol.</param>
    /// <param name="exit">What closed it.</param>
    public void Close(int symbol, ProtectiveExit exit)
    {
        _exposures[symbol] = 0;
        Drop(symbol);
        _exits[symbol] = exit;
        _kept[symbol] = 1;
        _version++;
    }

    /// <summary>A partial target closed a part of the position of a symbol, so that its target is nearer to 0; the levels stay.</summary>
    /// <param name="symbol">Position of the symbol.</param>
    /// <param name="factor">What is left, as a fraction of what was held.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not in (0, 1).</exception>
    public void Shrink(int symbol, double factor)
    {
        if (!(factor > 0 && factor < 1))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "What is left of a position must be in (0, 1).");
        _exposures[symbol] *= factor;
        _kept[symbol] *= factor;
        _version++;
    }

    /// <summary>The target of a symbol cannot be taken, so that another stands in its place.</summary>
    /// <param name="symbol">Position of the symbol.</param>
    /// <param name="kept">The target that stands for what is held; 0 when nothing is.</param>
    /// <param name="reason">A sentence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kept"/> is not in [−1, 1].</exception>
    public void Refuse(int symbol, double kept, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        this[symbol] = kept;
        _refusals[symbol] = reason;
        _hasRefusals = true;
    }
}
