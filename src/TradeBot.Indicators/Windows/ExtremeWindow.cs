namespace TradeBot.Indicators.Windows;

/// <summary>The highest or the lowest of the last n values, and how long ago it was; a copy is a checkpoint.</summary>
/// <remarks>NaN while a NaN is in the window. Of equal values the latest counts.</remarks>
internal struct ExtremeWindow
{
    private readonly double _sign;
    private ValueWindow _window;
    private double _extreme;
    private int _age;

    private ExtremeWindow(int length, double sign)
    {
        _window = new ValueWindow(length);
        _sign = sign;
    }

    /// <summary>A window that tells its highest value.</summary>
    public static ExtremeWindow Highest(int length) => new(length, 1);

    /// <summary>A window that tells its lowest value.</summary>
    public static ExtremeWindow Lowest(int length) => new(length, -1);

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _window.IsFull;

    /// <summary>How many values were pushed after the extreme.</summary>
    public readonly int Age => _age;

    /// <summary>Appends a value and tells the extreme of those in the window, full or not.</summary>
    public double Push(double value)
    {
        double signed = _sign * value;
        bool extremeLeaves = _window.IsFull && _age == _window.Count - 1;
        bool isFirst = _window.Count == 0;
        _window.Push(signed);
        _age++;
        if (isFirst || signed >= _extreme || double.IsNaN(signed))
            (_extreme, _age) = (signed, 0);
        else if (extremeLeaves)
            Search();
        return _sign * _extreme;
    }

    private void Search()
    {
        ReadOnlySpan<double> values = _window.Values;
        int at = values.Length - 1;
        for (int i = at - 1; i >= 0 && !double.IsNaN(values[at]); i--)
        {
            if (!(values[i] <= values[at]))
                at = i;
        }

        (_extreme, _age) = (values[at], values.Length - 1 - at);
    }
}
