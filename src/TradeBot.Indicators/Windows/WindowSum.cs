namespace TradeBot.Indicators.Windows;

/// <summary>The sum of the last n values, without drift; a copy is a checkpoint.</summary>
/// <remarks>NaN while a NaN is in the window, exactly 0 while all of it is 0, whatever was in it before.</remarks>
internal struct WindowSum
{
    private ValueWindow _window;
    private SlidingSum _sum;
    private int _others; // values that are not 0
    private int _unknown;

    /// <param name="length">How many values the window holds, at least 1.</param>
    public WindowSum(int length) => _window = new ValueWindow(length);

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _window.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _window.IsFull;

    /// <summary>The values, oldest first.</summary>
    public readonly ReadOnlySpan<double> Values => _window.Values;

    /// <summary>The sum of the values in the window, full or not.</summary>
    public readonly double Value => _unknown > 0 ? double.NaN : _sum.Value;

    /// <summary>Appends a value and tells the sum of those in the window, full or not.</summary>
    public double Push(double value)
    {
        double leaving = _window.Push(value);
        if (double.IsNaN(leaving))
            (leaving, _unknown) = (0, _unknown - 1);
        if (double.IsNaN(value))
            (value, _unknown) = (0, _unknown + 1);

        _others += (value != 0 ? 1 : 0) - (leaving != 0 ? 1 : 0);
        _sum.Add(-leaving);
        _sum.Add(value);
        if (_others == 0)
            _sum = default;
        return Value;
    }
}
