namespace TradeBot.Indicators.Statistics;

/// <summary>Counts down the warm-up.</summary>
/// <param name="count">Number of warm-up values, at least 1.</param>
internal struct Countdown(int count)
{
    private int _left = count;

    /// <summary>Counts one value; true from the last warm-up value on.</summary>
    public bool Step()
    {
        if (_left > 0)
            _left--;
        return _left == 0;
    }
}
