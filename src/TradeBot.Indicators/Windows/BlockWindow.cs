using System.Runtime.CompilerServices;

namespace TradeBot.Indicators.Windows;

/// <summary>A sliding window of n values as two runs, older and newer, neither of which is ever taken from.</summary>
/// <remarks>
/// Values are cut into blocks of n. The newer run grows with each value of the current block; the older one is
/// what is left of the block before, looked up among its tails, which are folded once when the block ends. So a
/// step costs the same for every n on average, and as nothing is subtracted, nothing cancels, drifts, or remains
/// of a value that left, even if huge or NaN. A copy is a checkpoint.
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
        {
            // Fields in, fields out: a call on the window itself would keep a loop from holding them in registers.
            (_memory, _end, _blockEnd) = MakeRoom(_memory, _end, _blockEnd, _length, _fold);
            if (_blockEnd - _end == _length)
                _newer = default;
        }

        Memory memory = _memory;
        memory.Items[_end] = value;
        memory.Written = ++_end;
        int older = _blockEnd - _end;
        _newer = _fold.AddNewer(_newer, value, _length - older);
        _older = memory.Tails[older];
    }

    /// <summary>Begins a block when one has ended, and leaves memory that another window writes to or that is too short.</summary>
    private static (Memory Memory, int End, int BlockEnd) MakeRoom(Memory memory, int end, int blockEnd, int length, TFold fold)
    {
        bool isOwn = memory.Written == end, blockEnded = end == blockEnd;
        if (!isOwn || (blockEnded && end + length > memory.Items.Length))
            (memory, end, blockEnd) = Move(memory, end, blockEnd, length, fold, isOwn);
        if (!blockEnded)
            return (memory, end, blockEnd);

        Fold(memory, memory.Items.AsSpan(end - length, length), fold);
        return (memory, end, end + length);
    }

    private static (Memory Memory, int End, int BlockEnd) Move(Memory from, int end, int blockEnd, int length, TFold fold, bool isOwn)
    {
        int older = blockEnd - end, count = Math.Min(end, length);
        var memory = new Memory(isOwn ? ValueBlock.NextCapacity(from.Items.Length, length) : ValueBlock.FirstCapacity(length), length);
        from.Items.AsSpan(end - count, count).CopyTo(memory.Items);
        memory.Written = count;
        if (count == length)
            Fold(memory, memory.Items.AsSpan(0, older), fold);
        return (memory, count, count + older);
    }

    /// <summary>Folds every tail of some values: what is kept of the last one, of the last two, and so on.</summary>
    private static void Fold(Memory memory, ReadOnlySpan<double> values, TFold fold)
    {
        Span<TState> tails = memory.Tails.AsSpan(1, values.Length);
        TState state = default;
        for (int i = 0; i < tails.Length; i++)
            tails[i] = state = fold.AddOlder(state, values[values.Length - 1 - i], i + 1);
    }

    /// <summary>Values, and the tails of the block before the current one.</summary>
    private sealed class Memory(int capacity, int length) : ValueBlock(capacity)
    {
        public TState[] Tails { get; } = new TState[length + 1];
    }
}
