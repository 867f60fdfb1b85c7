namespace TradeBot.Indicators.Windows;

/// <summary>The sum of the last n values, without drift; a copy is a checkpoint.</summary>
/// <remarks>NaN while a NaN is in the window; of values that are not negative never negative, and 0 only when all are.</remarks>
internal struct WindowSum
{
    private BlockWindow<SumFold, double> _window;

    /// <param name="length">How many values the window holds, at least 1.</param>
    public WindowSum(int length) => _window = new BlockWindow<SumFold, double>(length);

    /// <summary>How many values the window holds when full.</summary>
    public readonly int Length => _window.Length;

    /// <summary>True once the window holds its full number of values.</summary>
    public readonly bool IsFull => _window.IsFull;

    /// <summary>Appends a value and returns the sum of the window, full or not.</summary>
    public double Push(double value)
    {
        _window.Push(value);
        return _window.Older + _window.Newer;
    }
}
