using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Statistics;

/// <summary>The value some calls ago.</summary>
/// <param name="distance">How many calls ago, at least 0.</param>
internal struct Delay(int distance)
{
    private ValueWindow _window = new(distance + 1);

    /// <summary>Takes a value and returns the one <c>distance</c> calls ago; NaN when there was none.</summary>
    public double Update(double value)
    {
        _window.Push(value);
        return _window.IsFull ? _window.Values[0] : double.NaN;
    }
}
