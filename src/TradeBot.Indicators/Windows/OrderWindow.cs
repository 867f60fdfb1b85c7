namespace TradeBot.Indicators.Windows;

/// <summary>The last n values in ascending order; a copy is a checkpoint.</summary>
/// <remarks>
/// The order is in memory that copies share while they agree: the first to update it keeps it,
/// and the others, which detect the change, sort their own window again.
/// </remarks>
internal struct OrderWindow
{
    private ValueWindow _window;
    private SortedRows _rows;
    private int _version;
    private int _sinceUnknown;
    private QuantilePlace _place;
    private double _share;
    private int _placeCount;

    /// <param name="length">How many values the window holds, at least 1.</param>
    public OrderWindow(int length)
    {
        _window = new ValueWindow(length);
        _rows = new SortedRows(length);
        _sinceUnknown = length;
    }

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _window.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _window.IsFull;

    /// <summary>True while a NaN is in the window; it is stored in the order as +∞.</summary>
    public readonly bool HasUnknown => _sinceUnknown < _window.Count;

    /// <summary>The values in the window, ascending. Read it before a window is updated that this one was copied from or to.</summary>
    public ReadOnlySpan<double> Sorted => Rows.Places[.._window.Count];

    private SortedRows Rows
    {
        get
        {
            if (_rows.Version != _version)
            {
                (_rows, _version) = (new SortedRows(_window.Length), 0);
                _rows.Reset(_window.Values);
            }

            return _rows;
        }
    }

    /// <summary>The stored form of a value: +∞ for NaN, and 0 for −0, so that equal values have equal bits.</summary>
    public static double Entry(double value) => double.IsNaN(value) ? double.PositiveInfinity : value + 0.0;

    /// <summary>Appends a value.</summary>
    public void Push(double value)
    {
        SortedRows rows = Rows;
        bool wasFull = _window.IsFull;
        _sinceUnknown = double.IsNaN(value) ? 0 : Math.Min(_sinceUnknown + 1, _window.Length);
        double entering = Entry(value), leaving = _window.Push(entering);
        rows.Replace(wasFull ? leaving : double.PositiveInfinity, entering);
        rows.Version = ++_version;
    }

    /// <summary>The value below which a share of the window is, between neighbours on a straight line; NaN while a NaN is in the window.</summary>
    /// <param name="share">In [0, 1]; 0.5 for the median.</param>
    public double Quantile(double share)
    {
        if (HasUnknown)
            return double.NaN;

        if (share != _share || _window.Count != _placeCount)
            (_place, _share, _placeCount) = (new QuantilePlace(_window.Count, share), share, _window.Count);
        return _place.Of(Rows.Places);
    }

    /// <summary>How many values in the window are smaller than a value.</summary>
    public int CountBelow(double value) => Rows.CountBelow(value);
}
