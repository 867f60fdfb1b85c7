namespace TradeBot.Indicators.Windows;

/// <summary>The last n values, of which a copy stays valid whatever happens to the original.</summary>
/// <remarks>
/// Values are appended to a block that is never overwritten, so copies share it safely: the first to
/// write past a shared point keeps the block, the other moves its window to a new one. A full block is
/// left for a new one that is several windows long, which costs one small allocation per some thousand values.
/// </remarks>
internal struct ValueWindow
{
    private const int MinBlock = 4096;

    private readonly int _length;
    private Block _block;
    private int _end;
    private int _count;

    /// <param name="length">How many values the window holds, at least 1.</param>
    public ValueWindow(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _block = new Block(Math.Max(MinBlock, checked(4 * length)));
    }

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _count == _length;

    /// <summary>How many values the window holds.</summary>
    public readonly int Count => _count;

    /// <summary>The values, oldest first.</summary>
    public readonly ReadOnlySpan<double> Values => _block.Items.AsSpan(_end - _count, _count);

    /// <summary>Appends a value and tells the one that left, or 0 while the window fills.</summary>
    public double Push(double value)
    {
        if (_block.Written != _end || _end == _block.Items.Length)
            MoveToNewBlock();

        double leaving = 0;
        if (_count == _length)
            leaving = _block.Items[_end - _length];
        else
            _count++;

        _block.Items[_end++] = value;
        _block.Written = _end;
        return leaving;
    }

    private void MoveToNewBlock()
    {
        var block = new Block(_block.Items.Length);
        Values.CopyTo(block.Items);
        _block = block;
        _end = _count;
        block.Written = _count;
    }

    private sealed class Block(int capacity)
    {
        public double[] Items { get; } = new double[capacity];

        public int Written { get; set; }
    }
}
