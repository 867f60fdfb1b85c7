namespace TradeBot.Indicators.Windows;

/// <summary>The difference of each value from the one before.</summary>
internal struct Change
{
    private double _previous;
    private bool _started;

    /// <summary>The value before the last one pushed.</summary>
    public double Before { readonly get; private set; }

    /// <summary>Takes a value; false for the first, which has none before it.</summary>
    public bool Push(double value, out double change)
    {
        Before = _previous;
        change = value - _previous;
        _previous = value;
        (bool known, _started) = (_started, true);
        return known;
    }
}
