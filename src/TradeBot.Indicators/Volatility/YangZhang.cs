using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>
/// Yang-Zhang volatility: from the jumps between candles, their bodies and their ranges, whatever the drift, per candle.
/// </summary>
/// <remarks>
/// <c>√(jump variance + k · body variance + (1 − k) · Rogers-Satchell variance)</c> with sample variances of ln(open / previous close) and
/// ln(close / open), and <c>k = 0.34 / (1.34 + (n + 1) / (n − 1))</c>. NaN while a NaN, or a price that is not positive, is in
/// the window. The default value is invalid. Source: D. Yang, Q. Zhang, <i>Journal of Business</i> 73(3), 2000.
/// </remarks>
public struct YangZhang : IIndicator<Candle, double>
{
    private readonly double _weight;
    private readonly double _sample;
    private StandardDeviation _jump;
    private StandardDeviation _body;
    private Sma _range;
    private double _previousClose = double.NaN;
    private bool _started;

    /// <param name="period">How many candles are covered, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public YangZhang(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _jump = new StandardDeviation(period);
        _body = new StandardDeviation(period);
        _range = new Sma(period);
        _sample = period / (period - 1.0);
        _weight = 0.34 / (1.34 + (period + 1.0) / (period - 1.0));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _range.WarmUp + 1;

    /// <returns>Not negative, a fraction per candle; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double jump = LogReturn.Of(value.Open, _previousClose);
        _previousClose = value.Close;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        double jumps = _jump.Update(jump), bodies = _body.Update(LogReturn.Of(value.Close, value.Open));
        double range = Math.Max(_range.Update(RogersSatchell.Term(value)), 0);
        return Math.Sqrt(_sample * jumps * jumps + _weight * _sample * bodies * bodies + (1 - _weight) * range);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new YangZhang(period), candles, destination);
}
