using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Connors RSI: the mean of the RSI of price, the RSI of the current streak, and the rank of the last return.</summary>
/// <remarks>
/// A streak counts the rises, or with a minus sign the falls, in a row; the rank is the share of the returns before that
/// are smaller. NaN in makes every later output NaN. The default value is invalid.
/// Source: L. Connors and C. Alvarez, <i>An Introduction to ConnorsRSI</i>, 2012.
/// </remarks>
public struct ConnorsRsi : IIndicator<double, double>
{
    private readonly int _warmUp;
    private Rsi _price;
    private Rsi _streakRsi;
    private OrderWindow _returns;
    private Change _change;
    private double _streak;

    /// <param name="price">Length of the RSI of price, at least 1.</param>
    /// <param name="streak">Length of the RSI of the streak, at least 1.</param>
    /// <param name="rank">Among how many returns the last one is ranked, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is below 1.</exception>
    public ConnorsRsi(int price = 3, int streak = 2, int rank = 100)
    {
        (_price, _streakRsi, _returns) = (new Rsi(price), new Rsi(streak), new OrderWindow(rank));
        _warmUp = Math.Max(rank + 2, Math.Max(_price.WarmUp, _streakRsi.WarmUp));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _warmUp;

    /// <param name="value">Positive.</param>
    /// <returns>From 0 to 100; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public double Update(in double value)
    {
        double price = _price.Update(value);
        bool isFirst = !_change.Push(value, out double change);
        double streak = _streakRsi.Update(isFirst ? 0 : NextStreak(change));
        return isFirst ? double.NaN : (price + streak + Rank(change / _change.Before)) / 3;
    }

    private double NextStreak(double change)
    {
        if (change > 0)
            return _streak = Math.Max(_streak, 0) + 1;
        if (change < 0)
            return _streak = Math.Min(_streak, 0) - 1;
        return _streak = change; // 0, or NaN
    }

    private double Rank(double change)
    {
        double rank = _returns.IsFull ? 100 * ((double)_returns.CountBelow(change) / _returns.Length) : double.NaN;
        _returns.Push(change);
        return rank;
    }
}
