using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>Averages of the close, and of highs and lows moved outwards by the candle's range as a share of its middle.</summary>
/// <remarks>
/// Upper averages <c>high · (1 + factor · (high − low) / (high + low))</c>, lower <c>low · (1 − …)</c>. TA-Lib's ACCBANDS has
/// factor 4. NaN while a NaN is in the window. The default value is invalid. Source: P. Headley, <i>Big Trends in Trading</i>,
/// 2002.
/// </remarks>
public struct AccelerationBands : IIndicator<Candle, Channel>
{
    private readonly double _factor;
    private Sma _lower;
    private Sma _middle;
    private Sma _upper;

    /// <param name="period">Length of the averages in candles, at least 1; 20 is usual.</param>
    /// <param name="factor">Weight of the range; positive, finite; 4 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public AccelerationBands(int period, double factor)
    {
        _factor = Parameter.Positive(factor);
        _lower = new Sma(period);
        _middle = new Sma(period);
        _upper = new Sma(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _middle.WarmUp;

    /// <returns>In price units; NaN for the first period − 1 calls.</returns>
    public Channel Update(in Candle value)
    {
        double sum = value.High + value.Low, share = sum == 0 ? 0 : _factor * (value.High - value.Low) / sum;
        return new Channel(
            _lower.Update(value.Low * (1 - share)), _middle.Update(value.Close), _upper.Update(value.High * (1 + share)));
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="factor">As for the constructor.</param>
    /// <param name="lower">One slot per candle.</param>
    /// <param name="middle">One slot per candle.</param>
    /// <param name="upper">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int period, double factor, Span<double> lower, Span<double> middle, Span<double> upper)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, lower.Length, nameof(lower));
        Batch.RequireLength(candles.Count, middle.Length, nameof(middle));
        Batch.RequireLength(candles.Count, upper.Length, nameof(upper));
        var indicator = new AccelerationBands(period, factor);
        for (int i = 0; i < candles.Count; i++)
            (lower[i], middle[i], upper[i]) = indicator.Update(candles[i]);
    }
}
