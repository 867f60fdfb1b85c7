using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Choppiness index: the way that the price went compared with the range it covered, 100 when it got nowhere.</summary>
/// <remarks>
/// <c>100 · log(Σ true range / (highest high − lowest low)) / log n</c>. The first true range reaches to the close before the window, so that
/// the value may pass 0 on a gap. NaN where the window has no range. NaN while a NaN is in the window. The default value is
/// invalid. Source: E. W. Dreiss, as described by TradingView.
/// </remarks>
public struct Choppiness : IIndicator<Candle, double>
{
    private readonly int _period;
    private readonly double _scale;
    private TrueRange _trueRange = new();
    private Sma _range;
    private Highest _highest;
    private Lowest _lowest;
    private bool _started;

    /// <param name="period">Length of the window in candles, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 2.</exception>
    public Choppiness(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 2);
        _period = period;
        _scale = 100 / Math.Log(period);
        _range = new Sma(period);
        _highest = new Highest(period);
        _lowest = new Lowest(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>At least 0; up to 100 when the window begins without a gap; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double range = _trueRange.Update(value), covered = _highest.Update(value.High) - _lowest.Update(value.Low);
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        double way = _period * _range.Update(range);
        return covered == 0 ? double.NaN : _scale * Math.Log(way / covered);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new Choppiness(period), candles, destination);
}
