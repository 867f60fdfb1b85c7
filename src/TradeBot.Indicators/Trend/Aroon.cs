using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>How recently the highest high and the lowest low of the last n candles and the one before them were made.</summary>
/// <remarks>
/// The latest of equal extremes counts. NaN while a NaN is among the last n + 1 candles. The default value is invalid.
/// Source: T. Chande, <i>Technical Analysis of Stocks and Commodities</i> 13:9, 1995.
/// </remarks>
public struct Aroon : IIndicator<Candle, Aroon.Lines>
{
    private readonly int _period;
    private Highest _highest;
    private Lowest _lowest;

    /// <param name="period">How far back an extreme counts, in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Aroon(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _highest = new Highest(period + 1);
        _lowest = new Lowest(period + 1);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _period + 1;

    /// <returns>Up and down from 0 to 100, their difference from −100 to 100; NaN for the first period calls.</returns>
    public Lines Update(in Candle value)
    {
        double up = Freshness(_highest.Update(value.High), _highest.Age);
        double down = Freshness(_lowest.Update(value.Low), _lowest.Age);
        return new Lines(up, down, up - down);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="up">One slot per candle.</param>
    /// <param name="down">One slot per candle.</param>
    /// <param name="oscillator">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> up, Span<double> down, Span<double> oscillator)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, up.Length, nameof(up));
        Batch.RequireLength(candles.Count, down.Length, nameof(down));
        Batch.RequireLength(candles.Count, oscillator.Length, nameof(oscillator));
        var indicator = new Aroon(period);
        for (int i = 0; i < candles.Count; i++)
            (up[i], down[i], oscillator[i]) = indicator.Update(candles[i]);
    }

    private readonly double Freshness(double extreme, int age) =>
        double.IsNaN(extreme) ? double.NaN : 100.0 * (_period - age) / _period;

    /// <summary>The lines after one candle.</summary>
    /// <param name="Up">100 when the highest high is this candle's, 0 when it is n candles old.</param>
    /// <param name="Down">100 when the lowest low is this candle's, 0 when it is n candles old.</param>
    /// <param name="Oscillator">Up − Down.</param>
    public readonly record struct Lines(double Up, double Down, double Oscillator);
}
