using System.Runtime.CompilerServices;

namespace TradeBot.Indicators.Windows;

/// <summary>A sliding window of n values as two runs, older and newer, neither of which is ever taken from.</summary>
/// <remarks>
/// Values are cut into blocks of n. The newer run grows with each value of the current block; the older one is
/// what is left of the block before, looked up among its tails, which are folded once when the block ends. So a
/// step costs the same for every n on average, and as nothing is subtracted, nothing cancels, drifts, or remains
/// of a value that left, be it huge or NaN. A copy is a checkpoint.
/// Source: M. van Herk, <i>Pattern Recognition Letters</i> 13, 1992, for extremes.
/// </remarks>
internal struct BlockWindow<TFold, TState>
    where TFold : struct, IFold<TState>
    where TState : struct
{
    private readonly TFold _fold;
    private readonly int _length;
    private Memory _memory;
    private int _end;
    private int _blockEnd;
    private TState _newer;
    private TState _older;

    /// <param name="length">How many values the window holds, at least 1.</param>
    /// <param name="fold">What is kept of a run.</param>
    public BlockWindow(int length, TFold fold = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        (_length, _blockEnd, _fold) = (length, length, fold);
        _memory = new Memory(ValueBlock.FirstCapacity(length), length);
    }

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _end >= _length;

    /// <summary>The values of the current block.</summary>
    public readonly TState Newer => _newer;

    /// <summary>How many values <see cref="Newer"/> covers.</summary>
    public readonly int NewerCount => _length - OlderCount;

    /// <summary>The values before the current block that are still in the window.</summary>
    public readonly TState Older => _older;

    /// <summary>How many values <see cref="Older"/> covers, once the window is full.</summary>
    public readonly int OlderCount => _blockEnd - _end;

    /// <summary>Appends a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double value)
    {
        if (_memory.Written != _end || _end == _blockEnd)
            this = WithRoom(this); // by value, so that a loop can keep the fields in registers

        Memory memory = _memory;
        memory.Items[_end] = value;
        memory.Written = ++_end;
        int older = _blockEnd - _end;
        _newer = _fold.AddNewer(_newer, value, _length - older);
        _older = memory.Tails[older];
    }

    /// <summary>Begins a block when one has ended, and leaves memory that another window writes to or that is too short.</summary>
    private static BlockWindow<TFold, TState> WithRoom(BlockWindow<TFold, TState> window)
    {
        window.MakeRoom();
        return window;
    }

    private void MakeRoom()
    {
        bool isOwn = _memory.Written == _end, blockEnded = _end == _blockEnd;
        if (!isOwn || (blockEnded && _end + _length > _memory.Items.Length))
            Move(isOwn);
        if (!blockEnded)
            return;

        Fold(_memory.Items.AsSpan(_end - _length, _length));
        (_newer, _blockEnd) = (default, _end + _length);
    }

    private void Move(bool isOwn)
    {
        int older = _blockEnd - _end, count = IsFull ? _length : _end;
        int capacity = isOwn ? ValueBlock.NextCapacity(_memory.Items.Length, _length) : ValueBlock.FirstCapacity(_length);
        var memory = new Memory(capacity, _length);
        _memory.Items.AsSpan(_end - count, count).CopyTo(memory.Items);
        bool isFull = IsFull;
        (_memory, _end, _blockEnd, memory.Written) = (memory, count, count + older, count);
        if (isFull)
            Fold(memory.Items.AsSpan(0, older));
    }

    /// <summary>Folds every tail of some values: what is kept of the last one, of the last two, and so on.</summary>
    private readonly void Fold(ReadOnlySpan<double> values)
    {
        Span<TState> tails = _memory.Tails.AsSpan(1, values.Length);
        TState state = default;
        for (int i = 0; i < tails.Length; i++)
            tails[i] = state = _fold.AddOlder(state, values[values.Length - 1 - i], i + 1);
    }

    /// <summary>Values, and the tails of the block before the current one.</summary>
    private sealed class Memory(int capacity, int length) : ValueBlock(capacity)
    {
        public TState[] Tails { get; } = new TState[length + 1];
    }
}
