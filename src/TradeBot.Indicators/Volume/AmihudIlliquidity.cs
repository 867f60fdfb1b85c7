using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Amihud's illiquidity: the mean of |return| per traded value over the last n candles.</summary>
/// <remarks>
/// The traded value is the volume times the mean of high, low and close. A candle without trades adds 0. NaN while a NaN or a
/// close of 0 is in the window. The default value is invalid. Source: Y. Amihud, <i>Journal of Financial Markets</i> 5(1), 2002.
/// </remarks>
public struct AmihudIlliquidity : IIndicator<Candle, double>
{
    private Sma _mean;
    private double _previous;
    private bool _started;

    /// <param name="period">How many candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public AmihudIlliquidity(int period) => _mean = new Sma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _mean.WarmUp + 1;

    /// <returns>Not negative, a fraction per unit of quote currency; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double change = _previous == 0 ? double.NaN : Math.Abs(value.Close - _previous) / Math.Abs(_previous);
        double traded = MoneyFlow.TypicalPrice(value) * value.Volume;
        _previous = value.Close;
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        return Math.Max(_mean.Update(traded == 0 ? 0 * change : change / traded), 0);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new AmihudIlliquidity(period), candles, destination);
}
