using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Detrended price oscillator: the value n / 2 + 1 steps ago minus the mean of the last n.</summary>
/// <remarks>
/// The form that is drawn without a shift, and so knows nothing of the future. NaN while a NaN is within reach. The
/// default value is invalid. Source: W. Heiby, <i>Stock Market Profits Through Dynamic Synthesis</i>, 1965.
/// </remarks>
public struct Dpo : IIndicator<double, double>
{
    private Sma _mean;
    private ValueWindow _lagged;

    /// <param name="period">How many values the mean covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Dpo(int period)
    {
        _mean = new Sma(period);
        _lagged = new ValueWindow(period / 2 + 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => Math.Max(_mean.WarmUp, _lagged.Length + 1);

    /// <returns>The difference, in the unit of the values; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public double Update(in double value)
    {
        bool isKnown = _lagged.IsFull;
        double lagged = _lagged.Push(value), mean = _mean.Update(value);
        return isKnown ? lagged - mean : double.NaN;
    }
}
