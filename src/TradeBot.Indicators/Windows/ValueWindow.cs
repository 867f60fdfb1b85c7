namespace TradeBot.Indicators.Windows;

/// <summary>The last n values; a copy stays valid whatever happens to the original.</summary>
internal struct ValueWindow
{
    private readonly int _length;
    private ValueBlock _block;
    private int _end;
    private int _count;

    /// <param name="length">How many values the window holds, at least 1.</param>
    public ValueWindow(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _block = new ValueBlock(ValueBlock.FirstCapacity(length));
    }

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _count == _length;

    /// <summary>How many values the window holds.</summary>
    public readonly int Count => _count;

    /// <summary>The values, oldest first.</summary>
    public readonly ReadOnlySpan<double> Values => _block.Items.AsSpan(_end - _count, _count);

    /// <summary>Appends a value and returns the one that left, or 0 while the window fills.</summary>
    public double Push(double value)
    {
        ValueBlock block = _block;
        double[] items = block.Items;
        if (block.Written != _end || (uint)_end >= (uint)items.Length)
        {
            MoveToNewBlock();
            block = _block;
            items = block.Items;
        }

        double leaving = 0;
        if (_count == _length)
            leaving = items[_end - _length];
        else
            _count++;

        items[_end++] = value;
        block.Written = _end;
        return leaving;
    }

    private void MoveToNewBlock()
    {
        bool isFull = _end == _block.Items.Length;
        var block = new ValueBlock(isFull ? ValueBlock.NextCapacity(_block.Items.Length, _length) : ValueBlock.FirstCapacity(_length));
        Values.CopyTo(block.Items);
        _block = block;
        _end = _count;
        block.Written = _count;
    }
}
