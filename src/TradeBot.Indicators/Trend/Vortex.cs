using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Vortex indicator: distances of each high from the previous low and of each low from the previous high, in units of true range.
/// </summary>
/// <remarks>
/// NaN where the window has no range at all. NaN while a NaN is in the window. The default value is invalid.
/// Source: E. Botes, D. Siepman, <i>Technical Analysis of Stocks and Commodities</i> 28:1, 2010.
/// </remarks>
public struct Vortex : IIndicator<Candle, Vortex.Lines>
{
    private TrueRange _trueRange = new();
    private Sma _plus;
    private Sma _minus;
    private Sma _range;
    private Candle _previous;
    private bool _started;

    /// <param name="period">Length of the sums in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Vortex(int period)
    {
        _plus = new Sma(period);
        _minus = new Sma(period);
        _range = new Sma(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _range.WarmUp + 1;

    /// <returns>Not negative; NaN for the first period calls.</returns>
    public Lines Update(in Candle value)
    {
        double range = _trueRange.Update(value);
        double plus = Math.Abs(value.High - _previous.Low), minus = Math.Abs(value.Low - _previous.High);
        _previous = value;
        if (!_started)
        {
            _started = true;
            return new Lines(double.NaN, double.NaN);
        }

        double whole = _range.Update(range);
        double up = _plus.Update(plus), down = _minus.Update(minus);
        return whole == 0 ? new Lines(double.NaN, double.NaN) : new Lines(up / whole, down / whole);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="plus">One slot per candle.</param>
    /// <param name="minus">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> plus, Span<double> minus)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, plus.Length, nameof(plus));
        Batch.RequireLength(candles.Count, minus.Length, nameof(minus));
        var indicator = new Vortex(period);
        for (int i = 0; i < candles.Count; i++)
            (plus[i], minus[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Plus">VI+: upward movement per unit of true range.</param>
    /// <param name="Minus">VI−: downward movement per unit of true range.</param>
    public readonly record struct Lines(double Plus, double Minus);
}
