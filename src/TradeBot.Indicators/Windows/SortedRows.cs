using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TradeBot.Indicators.Windows;

/// <summary>Ascending values, replaced one at a time.</summary>
/// <remarks>
/// An exchange moves those between the two by one place, eight at a time and without a branch, which for some hundred
/// values takes a fraction of the time of a walk down a tree. Longer orders are cut into rows of which the last values
/// are kept apart, so that only the rows between the two are touched. Places without a value hold +∞.
/// </remarks>
internal sealed class SortedRows
{
    private const int Lanes = 8;
    private const int Row = 64;
    private const int WorthARowSearch = 256;

    // One vector of −∞ lies before the values and at least one of +∞ after, so that neighbours can be read anywhere.
    private readonly double[] _items;
    private readonly double[] _lasts;
    private readonly int _length;

    /// <param name="length">How many values there can be.</param>
    public SortedRows(int length)
    {
        int rows = (length + Row - 1) / Row;
        _length = length <= WorthARowSearch ? (length + Lanes - 1) / Lanes * Lanes : rows * Row;
        _items = new double[Lanes + _length + Lanes];
        _items.AsSpan(Lanes).Fill(double.PositiveInfinity);
        _items.AsSpan(0, Lanes).Fill(double.NegativeInfinity);
        _lasts = length <= WorthARowSearch ? [] : new double[(rows + Lanes - 1) / Lanes * Lanes];
        Array.Fill(_lasts, double.PositiveInfinity);
    }

    /// <summary>Number of changes.</summary>
    public int Version { get; set; }

    /// <summary>Every place, ascending; those without a value hold +∞.</summary>
    public ReadOnlySpan<double> Places => _items.AsSpan(Lanes, _length);

    /// <summary>Replaces all values.</summary>
    public void Reset(ReadOnlySpan<double> values)
    {
        Span<double> places = _items.AsSpan(Lanes, values.Length);
        values.CopyTo(places);
        places.Sort();
        UpdateLasts(0, _length);
    }

    /// <summary>Replaces one value by another.</summary>
    /// <param name="leaving">One of the values; +∞ for a place without one.</param>
    /// <param name="entering">Any value.</param>
    public void Replace(double leaving, double entering)
    {
        (int start, int end) = (0, _length);
        if (_lasts.Length > 0)
        {
            start = RowOf(Math.Min(leaving, entering)) * Row;
            end = Math.Min((RowOf(Math.Max(leaving, entering)) + 1) * Row, _length);
        }

        if (entering > leaving)
            MoveDown(Lanes + start, Lanes + end, leaving, entering);
        else
            MoveUp(Lanes + start, Lanes + end, leaving, entering);
        UpdateLasts(start, end);
    }

    /// <summary>How many values are smaller than a value.</summary>
    public int CountBelow(double value)
    {
        int low = 0, high = _length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_items[Lanes + middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>From the one that leaves up to the one that enters, each place takes its upper neighbour or the new value.</summary>
    private void MoveDown(int start, int end, double leaving, double entering)
    {
        Vector512<double> old = Vector512.Create(leaving), latest = Vector512.Create(entering);
        ref double items = ref MemoryMarshal.GetReference(_items.AsSpan(start, end + Lanes - start)); // the range is checked once, here
        for (nuint i = 0; i < (nuint)(end - start); i += Lanes)
        {
            Vector512<double> here = Vector512.LoadUnsafe(ref items, i), above = Vector512.LoadUnsafe(ref items, i + 1);
            Vector512<double> moved = Vector512.MaxNative(here, Vector512.MinNative(latest, above));
            Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(here, old), moved, here).StoreUnsafe(ref items, i);
        }
    }

    /// <summary>From the one that leaves down to the one that enters, each place takes its lower neighbour or the new value.</summary>
    private void MoveUp(int start, int end, double leaving, double entering)
    {
        Vector512<double> old = Vector512.Create(leaving), latest = Vector512.Create(entering);
        ref double items = ref MemoryMarshal.GetReference(_items.AsSpan(start - Lanes, end + Lanes - start));
        for (nuint i = (nuint)(end - start); i >= Lanes; i -= Lanes)
        {
            Vector512<double> here = Vector512.LoadUnsafe(ref items, i), below = Vector512.LoadUnsafe(ref items, i - 1);
            Vector512<double> moved = Vector512.MinNative(here, Vector512.MaxNative(latest, below));
            Vector512.ConditionalSelect(Vector512.LessThanOrEqual(here, old), moved, here).StoreUnsafe(ref items, i);
        }
    }

    /// <summary>The row where a value belongs: those whose last value is smaller lie before it.</summary>
    private int RowOf(double value)
    {
        Vector512<double> values = Vector512.Create(value);
        int row = 0;
        for (int i = 0; i < _lasts.Length; i += Lanes)
            row += BitOperations.PopCount(Vector512.LessThan(Vector512.Create(_lasts.AsSpan(i)), values).ExtractMostSignificantBits());
        return row;
    }

    private void UpdateLasts(int start, int end)
    {
        if (_lasts.Length == 0)
            return;
        for (int row = start / Row; row * Row < end; row++)
            _lasts[row] = _items[Lanes + row * Row + Row - 1];
    }
}
