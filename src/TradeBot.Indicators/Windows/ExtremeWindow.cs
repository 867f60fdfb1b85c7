namespace TradeBot.Indicators.Windows;

/// <summary>The highest or the lowest of the last n values, and how long ago it was; a copy is a checkpoint.</summary>
/// <remarks>NaN while a NaN is in the window. Of equal values the latest counts.</remarks>
internal struct ExtremeWindow
{
    private readonly double _sign;
    private BlockWindow<ExtremeFold, ExtremeFold.Extreme> _window;

    private ExtremeWindow(int length, double sign)
    {
        _window = new BlockWindow<ExtremeFold, ExtremeFold.Extreme>(length);
        _sign = sign;
    }

    /// <summary>A window that returns its highest value.</summary>
    public static ExtremeWindow Highest(int length) => new(length, 1);

    /// <summary>A window that returns its lowest value.</summary>
    public static ExtremeWindow Lowest(int length) => new(length, -1);

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _window.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _window.IsFull;

    /// <summary>How many values were pushed after the extreme.</summary>
    public readonly int Age => IsNewer
        ? _window.NewerCount - _window.Newer.Place
        : _window.NewerCount + _window.Older.Place - 1;

    // An older run without values has no place.
    private readonly bool IsNewer =>
        _window.Newer.Value >= _window.Older.Value || _window.Older.Place == 0 || double.IsNaN(_window.Newer.Value);

    /// <summary>Appends a value and returns the extreme of the window, full or not.</summary>
    public double Push(double value)
    {
        _window.Push(_sign * value);
        return _sign * (IsNewer ? _window.Newer.Value : _window.Older.Value);
    }
}
