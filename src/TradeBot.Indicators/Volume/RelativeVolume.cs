using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Relative volume: the candle's volume as a multiple of the mean volume of the n candles before it.</summary>
/// <remarks>NaN where nothing was traded in those. NaN while a NaN is in the window. The default value is invalid.</remarks>
public struct RelativeVolume : IIndicator<Candle, double>
{
    private Sma _mean;
    private double _before = double.NaN;

    /// <param name="period">How many earlier candles are covered, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public RelativeVolume(int period) => _mean = new Sma(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _mean.WarmUp + 1;

    /// <returns>Not negative, 1 for the usual volume; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double before = _before;
        _before = _mean.Update(value.Volume);
        return before == 0 ? double.NaN : value.Volume / before;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new RelativeVolume(period), candles, destination);
}
