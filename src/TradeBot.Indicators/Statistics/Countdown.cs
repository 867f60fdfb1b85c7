namespace TradeBot.Indicators.Statistics;

/// <summary>Tells when enough values were seen.</summary>
/// <param name="count">How many values are awaited, at least 1.</param>
internal struct Countdown(int count)
{
    private int _left = count;

    /// <summary>Counts one value; true from the last awaited one on.</summary>
    public bool Step()
    {
        if (_left > 0)
            _left--;
        return _left == 0;
    }
}
