using System.Runtime.CompilerServices;

namespace TradeBot.Indicators.Windows;

/// <summary>The last eight values, kept inside the struct so that a copy is a checkpoint; before the first, all are it.</summary>
internal struct History8
{
    private const int Size = 8;

    private Slots _slots;
    private int _next;
    private bool _started;

    /// <summary>The value a number of steps ago; 0 for the last one.</summary>
    public readonly double this[int age] => _slots[(_next - 1 - age) & (Size - 1)];

    /// <summary>Appends a value.</summary>
    public void Push(double value)
    {
        if (!_started)
        {
            for (int i = 0; i < Size; i++)
                _slots[i] = value;
            _started = true;
        }

        _slots[_next & (Size - 1)] = value;
        _next = (_next + 1) & (Size - 1);
    }

    [InlineArray(Size)]
    private struct Slots
    {
        private double _first;
    }
}
