using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Average directional index: Wilder's average of DX, the strength of a trend whatever its direction, from 0 to 100.
/// </summary>
/// <remarks>
/// Starts from the mean of the first n values of <see cref="DirectionalIndex"/>, on whose remarks on TA-Lib's start it depends.
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: J. W. Wilder, <i>New Concepts in Technical Trading Systems</i>, 1978.
/// </remarks>
public struct Adx : IIndicator<Candle, double>
{
    private DirectionalIndex _index;
    private WilderAverage _average;
    private Countdown _known;

    /// <param name="period">Smoothing length in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Adx(int period)
    {
        _index = new DirectionalIndex(period);
        _average = new WilderAverage(period);
        _known = new Countdown(_index.WarmUp);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _index.WarmUp + _average.WarmUp - 1;

    /// <returns>From 0 to 100; NaN for the first 2 · period − 1 calls.</returns>
    public double Update(in Candle value)
    {
        double index = _index.Update(value).Index;
        return _known.Step() ? _average.Update(index) : double.NaN;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> destination) =>
        Batch.Run(new Adx(period), candles, destination);
}
