using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Average true range: Wilder's average of the true range, in price units.</summary>
/// <remarks>
/// The true range of the first candle is high − low; afterwards the larger of high − low and the distances
/// of high and low from the previous close. NaN in makes every later output NaN. The default value is invalid.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978. TA-Lib leaves the first
/// candle's range out and starts one candle later.
/// </remarks>
public struct Atr : IIndicator<Candle, double>
{
    private WilderAverage _average;
    private double _previousClose;
    private bool _started;

    /// <param name="period">Smoothing length in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Atr(int period) => _average = new WilderAverage(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _average.WarmUp;

    /// <returns>Not negative; NaN for the first period − 1 calls.</returns>
    public double Update(in Candle value) => Update(value.High, value.Low, value.Close);

    /// <returns>Not negative; NaN for the first period − 1 calls.</returns>
    public double Update(double high, double low, double close)
    {
        double range = high - low;
        if (_started)
            range = Math.Max(range, Math.Max(Math.Abs(high - _previousClose), Math.Abs(low - _previousClose)));

        _started = true;
        _previousClose = close;
        return _average.Update(range);
    }

    /// <param name="candles">Oldest first.</param>
    /// <param name="period">At least 1.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, destination.Length);
        var atr = new Atr(period);
        ReadOnlySpan<double> high = candles.High, low = candles.Low, close = candles.Close;
        for (int i = 0; i < destination.Length; i++)
            destination[i] = atr.Update(high[i], low[i], close[i]);
    }
}
