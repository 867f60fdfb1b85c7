using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Williams fractals, reported when confirmed: a high or low that no candle within n to either side reaches.
/// </summary>
/// <remarks>
/// The extreme lies n candles before the candle that confirms it; nothing looks ahead and nothing is taken back. Equal extremes
/// make no fractal. NaN while a NaN is among the last 2n + 1 candles. The default value is invalid. Source: B. Williams,
/// <i>Trading Chaos</i>, 1995.
/// </remarks>
public struct Fractals : IIndicator<Candle, Fractals.Lines>
{
    private readonly int _wing;
    private ValueWindow _highs;
    private ValueWindow _lows;

    /// <param name="wing">Candles to either side, at least 1; 2 is Williams's.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wing"/> is below 1.</exception>
    public Fractals(int wing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wing, 1);
        _wing = wing;
        _highs = new ValueWindow(2 * wing + 1);
        _lows = new ValueWindow(2 * wing + 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => 2 * _wing + 1;

    /// <returns>1 where this candle confirms an extreme, else 0; NaN for the first 2 · wing calls.</returns>
    public Lines Update(in Candle value)
    {
        _highs.Push(value.High);
        _lows.Push(value.Low);
        return _highs.IsFull
            ? new Lines(IsPeak(_highs.Values, 1), IsPeak(_lows.Values, -1))
            : new Lines(double.NaN, double.NaN);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="wing">As for the constructor.</param>
    /// <param name="high">One slot per candle.</param>
    /// <param name="low">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int wing, Span<double> high, Span<double> low)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, high.Length, nameof(high));
        Batch.RequireLength(candles.Count, low.Length, nameof(low));
        var indicator = new Fractals(wing);
        for (int i = 0; i < candles.Count; i++)
            (high[i], low[i]) = indicator.Update(candles[i]);
    }

    private readonly double IsPeak(ReadOnlySpan<double> values, double sign)
    {
        double peak = sign * values[_wing], result = 1;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
                return double.NaN;
            if (i != _wing && sign * values[i] >= peak)
                result = 0;
        }

        return result;
    }

    /// <summary>What this candle confirms.</summary>
    /// <param name="High">1 where the candle <c>wing</c> ago is a fractal high, else 0.</param>
    /// <param name="Low">1 where the candle <c>wing</c> ago is a fractal low, else 0.</param>
    public readonly record struct Lines(double High, double Low);
}
