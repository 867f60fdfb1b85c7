using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volatility;

/// <summary>
/// Stoller average range channel: a simple average of the close with lines at a multiple of the average true range around it.
/// </summary>
/// <remarks>
/// NaN in makes every later output NaN. The default value is invalid.
/// Source: M. Stoller, as described by J. J. Murphy's StockCharts.
/// </remarks>
public struct StarcBands : IIndicator<Candle, Channel>
{
    private readonly double _multiple;
    private Sma _middle;
    private Atr _atr;
    private Countdown _known;

    /// <param name="period">Length of the average, at least 1; 6 is usual.</param>
    /// <param name="multiple">Distance in average true ranges; positive, finite; 2 is usual.</param>
    /// <param name="rangePeriod">Smoothing length of the average true range, at least 1; 15 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public StarcBands(int period, double multiple, int rangePeriod)
    {
        _multiple = Parameter.Positive(multiple);
        _middle = new Sma(period);
        _atr = new Atr(rangePeriod);
        _known = new Countdown(WarmUp);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => Math.Max(_middle.WarmUp, _atr.WarmUp);

    /// <returns>In price units; NaN for the first max(period, range period + 1) − 1 calls.</returns>
    public Channel Update(in Candle value)
    {
        double middle = _middle.Update(value.Close), width = _multiple * _atr.Update(value);
        return _known.Step() && !double.IsNaN(width)
            ? new Channel(middle - width, middle, middle + width)
            : new Channel(double.NaN, double.NaN, double.NaN);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="multiple">As for the constructor.</param>
    /// <param name="rangePeriod">As for the constructor.</param>
    /// <param name="lower">One slot per candle.</param>
    /// <param name="middle">One slot per candle.</param>
    /// <param name="upper">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int period, double multiple, int rangePeriod, Span<double> lower, Span<double> middle,
        Span<double> upper)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, lower.Length, nameof(lower));
        Batch.RequireLength(candles.Count, middle.Length, nameof(middle));
        Batch.RequireLength(candles.Count, upper.Length, nameof(upper));
        var indicator = new StarcBands(period, multiple, rangePeriod);
        for (int i = 0; i < candles.Count; i++)
            (lower[i], middle[i], upper[i]) = indicator.Update(candles[i]);
    }
}
