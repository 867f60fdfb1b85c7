using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Chande momentum oscillator: gains minus losses over their sum, from −100 to 100.</summary>
/// <remarks>
/// 0 where neither gain nor loss was seen. NaN while a NaN is within reach. The default value is invalid.
/// Source: T. Chande and S. Kroll, <i>The New Technical Trader</i>, 1994.
/// </remarks>
public struct Cmo : IIndicator<double, double>
{
    private GainsAndLosses _changes;

    /// <param name="period">How many changes are summed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Cmo(int period) => _changes = new GainsAndLosses(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _changes.Length + 1;

    /// <returns>From −100 to 100; NaN for the first period calls.</returns>
    public double Update(in double value) => _changes.Push(value);
}
