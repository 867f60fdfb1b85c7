using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Average true range: Wilder's average of the true range, in price units.</summary>
/// <remarks>
/// The true range is the largest of high − low and the distances of high and low from the previous close,
/// and so unknown for the first candle. NaN in makes every later output NaN. The default value is invalid.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978.
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
    public readonly int WarmUp => _average.WarmUp + 1;

    /// <returns>Not negative; NaN for the first period calls.</returns>
    public double Update(in Candle value) => Update(value.High, value.Low, value.Close);

    /// <returns>Not negative; NaN for the first period calls.</returns>
    public double Update(double high, double low, double close)
    {
        double previousClose = _previousClose;
        _previousClose = close;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        return _average.Update(Range(high, low, previousClose));
    }

    private static double Range(double high, double low, double previousClose) =>
        Math.Max(high - low, Math.Max(Math.Abs(high - previousClose), Math.Abs(low - previousClose)));

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
        int start = Math.Min(atr.WarmUp, destination.Length);
        for (int i = 0; i < start; i++)
            destination[i] = atr.Update(high[i], low[i], close[i]);

        (double average, double share) = atr._average.State;
        for (int i = start; i < destination.Length; i++)
            destination[i] = average = WilderAverage.Step(average, Range(high[i], low[i], close[i - 1]), share);
    }
}
