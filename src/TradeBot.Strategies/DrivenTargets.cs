namespace TradeBot.Strategies;

/// <summary>The targets of a strategy as seen by the executing engine.</summary>
public sealed class DrivenTargets : TargetExposures
{
    /// <param name="symbols">The symbols of the run, in the order of their first feed.</param>
    public DrivenTargets(IEnumerable<string> symbols)
        : base(symbols)
    {
    }

    /// <summary>Changes whenever a target or a level changes; while unchanged there is nothing to execute.</summary>
    public int Version => _version;

    /// <summary>Changes whenever a level is set, changed or dropped.</summary>
    public int LevelVersion => _levelVersion;

    /// <summary>Records that a level closed the position of a symbol: its target becomes 0.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    /// <param name="exit">What closed it.</param>
    public void Close(int symbol, ProtectiveExit exit)
    {
        _exposures[symbol] = 0;
        Drop(symbol);
        _exits[symbol] = exit;
        _kept[symbol] = 1;
        _version++;
    }

    /// <summary>Records that a partial target closed a part of the position of a symbol: its target shrinks; the levels stay.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    /// <param name="factor">The remaining fraction of the position.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not in (0, 1).</exception>
    public void Shrink(int symbol, double factor)
    {
        if (!(factor > 0 && factor < 1))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The remaining fraction of a position must be in (0, 1).");
        _exposures[symbol] *= factor;
        _kept[symbol] *= factor;
        _version++;
    }

    /// <summary>Records that the target of a symbol was refused and replaced by another.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    /// <param name="kept">The target that corresponds to the held position; 0 when flat.</param>
    /// <param name="reason">The reason, as a sentence.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kept"/> is not in [−1, 1].</exception>
    public void Refuse(int symbol, double kept, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        this[symbol] = kept;
        _refusals[symbol] = reason;
        _hasRefusals = true;
    }
}
