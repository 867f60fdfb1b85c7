namespace TradeBot.Indicators.Windows;

/// <summary>Position of a value between the lowest low and the highest high of the last n.</summary>
/// <remarks>NaN while a NaN is in the window. A copy is a checkpoint.</remarks>
internal struct RangeWindow(int length)
{
    private ExtremeWindow _highest = ExtremeWindow.Highest(length);
    private ExtremeWindow _lowest = ExtremeWindow.Lowest(length);

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _highest.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _highest.IsFull;

    /// <summary>The highest high of the window.</summary>
    public double High { readonly get; private set; }

    /// <summary>The lowest low of the window.</summary>
    public double Low { readonly get; private set; }

    /// <summary>Appends a high and a low.</summary>
    public void Push(double high, double low) => (High, Low) = (_highest.Push(high), _lowest.Push(low));

    /// <summary>From 0 at the lowest to 1 at the highest; one half where the two are equal.</summary>
    public readonly double Position(double value)
    {
        double range = High - Low;
        return range == 0 ? 0.5 : (value - Low) / range;
    }
}
