namespace TradeBot.Indicators.Windows;

/// <summary>A sliding window of n values as two runs, older and newer, neither of which is ever taken from.</summary>
/// <remarks>
/// <para>
/// Values are cut into blocks of n. The newer run grows with each value of the current block; the older one is
/// what is left of the block before, looked up among its tails, which are folded once when the block ends. So a
/// step costs the same for every n on average, and as nothing is subtracted, nothing cancels, drifts, or remains
/// of a value that left, be it huge or NaN. Source: M. van Herk, <i>Pattern Recognition Letters</i> 13, 1992, for extremes.
/// </para>
/// <para>
/// A copy is a checkpoint. Copies share the tails: whoever ends the block first folds the next ones in their
/// place, and the others, seeing that, fold their own anew.
/// </para>
/// </remarks>
internal struct BlockWindow<TFold, TState>
    where TFold : struct, IFold<TState>
    where TState : struct
{
    private readonly TFold _fold;
    private ValueWindow _values;
    private BlockTails<TState> _tails;
    private int _version;
    private int _newerCount;
    private TState _newer;

    /// <param name="length">How many values the window holds, at least 1.</param>
    /// <param name="fold">What is kept of a run.</param>
    public BlockWindow(int length, TFold fold = default)
    {
        _fold = fold;
        _values = new ValueWindow(length);
        _tails = new BlockTails<TState>(length);
    }

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _values.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _values.IsFull;

    /// <summary>The values, oldest first.</summary>
    public readonly ReadOnlySpan<double> Values => _values.Values;

    /// <summary>The values of the current block.</summary>
    public readonly TState Newer => _newer;

    /// <summary>How many values <see cref="Newer"/> covers.</summary>
    public readonly int NewerCount => _newerCount;

    /// <summary>How many values <see cref="Older"/> covers.</summary>
    public readonly int OlderCount => _values.Count - _newerCount;

    /// <summary>The values before the current block that are still in the window.</summary>
    public TState Older
    {
        get
        {
            if (_tails.Version != _version)
                FoldAnew();
            return _tails.States[OlderCount];
        }
    }

    /// <summary>Appends a value.</summary>
    public void Push(double value)
    {
        if (_newerCount == _values.Length)
            EndBlock();
        _values.Push(value);
        _newer = _fold.AddNewer(_newer, value, ++_newerCount);
    }

    private void EndBlock()
    {
        if (_tails.Version != _version)
            (_tails, _version) = (new BlockTails<TState>(_values.Length), 0);
        _tails.Fold(_fold, _values.Values);
        _version = ++_tails.Version;
        (_newer, _newerCount) = (default, 0);
    }

    private void FoldAnew()
    {
        (_tails, _version) = (new BlockTails<TState>(_values.Length), 0);
        _tails.Fold(_fold, _values.Values[..OlderCount]);
    }
}
