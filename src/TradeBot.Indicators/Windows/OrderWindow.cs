namespace TradeBot.Indicators.Windows;

/// <summary>The last n values in ascending order; a copy is a checkpoint.</summary>
/// <remarks>
/// The order is kept in memory that copies share as long as they agree: whoever updates it first keeps it,
/// and the others, seeing that it moved on without them, sort their own window anew.
/// </remarks>
internal struct OrderWindow
{
    private ValueWindow _window;
    private Order _order;
    private int _version;
    private int _sinceUnknown;

    /// <param name="length">How many values the window holds, at least 1.</param>
    public OrderWindow(int length)
    {
        _window = new ValueWindow(length);
        _order = new Order(length);
        _sinceUnknown = length;
    }

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _window.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _window.IsFull;

    /// <summary>True while a NaN is in the window; it stands in the order as +∞.</summary>
    public readonly bool HasUnknown => _sinceUnknown < _window.Count;

    /// <summary>The values in the window, ascending. Read it before a window is updated that this one was copied from or to.</summary>
    public ReadOnlySpan<double> Sorted
    {
        get
        {
            if (_order.Version != _version)
                SortAnew();
            return _order.Items.AsSpan(0, _window.Count);
        }
    }

    /// <summary>Appends a value.</summary>
    public void Push(double value)
    {
        _sinceUnknown = double.IsNaN(value) ? 0 : _sinceUnknown + (_sinceUnknown < int.MaxValue ? 1 : 0);
        double entering = double.IsNaN(value) ? double.PositiveInfinity : value;
        bool wasFull = _window.IsFull;
        int count = _window.Count;
        double leaving = _window.Push(entering);
        if (_order.Version != _version)
        {
            SortAnew();
            return;
        }

        if (wasFull)
            Replace(_order.Items, leaving, entering);
        else
            Insert(_order.Items.AsSpan(0, count + 1), entering);
        _order.Version = ++_version;
    }

    /// <summary>The value below which a share of the window lies, between neighbours on a straight line; NaN while a NaN is in the window.</summary>
    /// <param name="share">In [0, 1]; 0.5 for the median.</param>
    public double Quantile(double share)
    {
        if (HasUnknown)
            return double.NaN;

        ReadOnlySpan<double> sorted = Sorted;
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        double rest = position - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>How many values in the window are smaller than a value.</summary>
    public int CountBelow(double value)
    {
        ReadOnlySpan<double> sorted = Sorted;
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void SortAnew()
    {
        var order = new Order(_order.Items.Length);
        _window.Values.CopyTo(order.Items);
        order.Items.AsSpan(0, _window.Count).Sort();
        (_order, _version) = (order, 0);
    }

    private static void Insert(Span<double> items, double entering)
    {
        int at = items[..^1].BinarySearch(entering);
        at = at < 0 ? ~at : at;
        items[at..^1].CopyTo(items[(at + 1)..]);
        items[at] = entering;
    }

    private static void Replace(Span<double> items, double leaving, double entering)
    {
        int from = items.BinarySearch(leaving);
        int to = items.BinarySearch(entering);
        to = to < 0 ? ~to : to;
        if (to > from)
        {
            to--; // the one that leaves is below
            items[(from + 1)..(to + 1)].CopyTo(items[from..]);
        }
        else
        {
            items[to..from].CopyTo(items[(to + 1)..]);
        }

        items[to] = entering;
    }

    private sealed class Order(int length)
    {
        public double[] Items { get; } = new double[length];

        public int Version { get; set; }
    }
}
