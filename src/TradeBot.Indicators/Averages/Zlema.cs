using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Averages;

/// <summary>Zero-lag exponential moving average: of the value plus its change over half the length.</summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: J. Ehlers and R. Way, <i>Stocks &amp; Commodities</i> 28(12), 2010.
/// </remarks>
public struct Zlema : IIndicator<double, double>
{
    private Ema _average;
    private ValueWindow _lagged;

    /// <param name="period">Smoothing length, at least 3; the lag taken back is (period − 1) / 2, rounded down.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 3.</exception>
    public Zlema(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 3);
        _average = new Ema(period);
        _lagged = new ValueWindow((period - 1) / 2);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _average.WarmUp + _lagged.Length;

    /// <returns>The average; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public double Update(in double value)
    {
        bool isKnown = _lagged.IsFull;
        double lagged = _lagged.Push(value);
        return isKnown ? _average.Update(value + (value - lagged)) : double.NaN;
    }
}
