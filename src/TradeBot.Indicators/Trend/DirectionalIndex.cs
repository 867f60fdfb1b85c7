using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Volatility;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Directional movement: how much of the true range was new highs (+DI) and new lows (−DI), and how one-sided it was (DX).
/// </summary>
/// <remarks>
/// Movements and true range are smoothed with Wilder's average, which starts from the mean of the first n.
/// TA-Lib and Tulip start from the sum of the first n − 1, so that their early values differ; they converge at (1 − 1/n) per
/// candle. 0 where nothing moved. NaN in makes every later output NaN. The default value is invalid. Source: J. W. Wilder, <i>New
/// Concepts in Technical Trading Systems</i>, 1978.
/// </remarks>
public struct DirectionalIndex : IIndicator<Candle, DirectionalIndex.Lines>
{
    private TrueRange _trueRange = new();
    private WilderAverage _up;
    private WilderAverage _down;
    private WilderAverage _range;
    private Candle _previous;
    private bool _started;

    /// <param name="period">Smoothing length in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public DirectionalIndex(int period)
    {
        _up = new WilderAverage(period);
        _down = new WilderAverage(period);
        _range = new WilderAverage(period);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _range.WarmUp + 1;

    /// <returns>From 0 to 100 each; NaN for the first period calls.</returns>
    public Lines Update(in Candle value)
    {
        double range = _trueRange.Update(value);
        double rise = value.High - _previous.High, fall = _previous.Low - value.Low;
        _previous = value;
        if (!_started)
        {
            _started = true;
            return new Lines(double.NaN, double.NaN, double.NaN);
        }

        double up = _up.Update(rise > fall && rise > 0 ? rise : 0);
        double down = _down.Update(fall > rise && fall > 0 ? fall : 0);
        double smoothed = _range.Update(range);
        double plus = Share(up, smoothed), minus = Share(down, smoothed);
        return new Lines(plus, minus, Share(Math.Abs(plus - minus), plus + minus));
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="plus">One slot per candle.</param>
    /// <param name="minus">One slot per candle.</param>
    /// <param name="index">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> plus, Span<double> minus, Span<double> index)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, plus.Length, nameof(plus));
        Batch.RequireLength(candles.Count, minus.Length, nameof(minus));
        Batch.RequireLength(candles.Count, index.Length, nameof(index));
        var indicator = new DirectionalIndex(period);
        for (int i = 0; i < candles.Count; i++)
            (plus[i], minus[i], index[i]) = indicator.Update(candles[i]);
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : 100 * Math.Min(part / whole, 1);

    /// <summary>The lines after one candle.</summary>
    /// <param name="Plus">+DI: smoothed upward movement in per cent of the smoothed true range.</param>
    /// <param name="Minus">−DI: smoothed downward movement in per cent of the smoothed true range.</param>
    /// <param name="Index">DX: the distance of the two in per cent of their sum.</param>
    public readonly record struct Lines(double Plus, double Minus, double Index);
}
