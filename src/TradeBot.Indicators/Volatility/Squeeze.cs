using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Squeeze: whether the Bollinger bands lie inside the Keltner channel, both around the same simple average.</summary>
/// <remarks>
/// On when <c>deviations · standard deviation &lt; ranges · mean true range</c> over the same n candles: a market that is about
/// to move. NaN while a NaN is in the window. The default value is invalid. Source: J. Carter, <i>Mastering the Trade</i>, 2005.
/// </remarks>
public struct Squeeze : IIndicator<Candle, double>
{
    private readonly double _deviations;
    private readonly double _ranges;
    private StandardDeviation _deviation;
    private TrueRange _trueRange = new();
    private Sma _range;
    private bool _started;

    /// <param name="period">How many candles are covered, at least 1; 20 is usual.</param>
    /// <param name="deviations">Width of the Bollinger bands; positive, finite; 2 is usual.</param>
    /// <param name="ranges">Width of the Keltner channel in mean true ranges; positive, finite; 1.5 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Squeeze(int period, double deviations, double ranges)
    {
        _deviations = Parameter.Positive(deviations);
        _ranges = Parameter.Positive(ranges);
        _deviation = new StandardDeviation(period);
        _range = new Sma(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _range.WarmUp + 1;

    /// <returns>1 while squeezed, else 0; NaN for the first period calls.</returns>
    public double Update(in Candle value)
    {
        double bollinger = _deviations * _deviation.Update(value.Close), range = _trueRange.Update(value);
        if (!_started)
        {
            _started = true;
            return double.NaN;
        }

        double keltner = _ranges * _range.Update(range);
        if (double.IsNaN(bollinger) || double.IsNaN(keltner))
            return double.NaN;
        return bollinger < keltner ? 1 : 0;
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="deviations">As for the constructor.</param>
    /// <param name="ranges">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, double deviations, double ranges, Span<double> destination) =>
        Batch.Run(new Squeeze(period, deviations, ranges), candles, destination);
}
