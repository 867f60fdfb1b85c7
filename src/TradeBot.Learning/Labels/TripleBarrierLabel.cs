using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Triple-barrier label: which the price reaches first, a profit target, a stop or a time limit.</summary>
/// <remarks>
/// The position opens at the open after candle <c>t</c>. The upper barrier is <c>up · σ</c> above that price, the lower <c>down · σ</c> below, σ being the
/// standard deviation of the last <c>volatility</c> one-candle returns up to <c>t</c>. The value is 1 when the upper is reached first, otherwise 0. A candle that reaches both counts
/// as the lower: the order within the candle is unknown. When neither is reached within <c>horizon</c> candles the position closes at the
/// open after them, and the value is 1 if that return is above 0. The span ends with the candle that reaches a barrier, or at that open.
/// Missing where σ is unknown or 0, where a candle from <c>t</c> on is missing before the end, and at the end of the series.
/// Source: López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapter 3.
/// </remarks>
public sealed class TripleBarrierLabel : Label
{
    private readonly double _up, _down;
    private readonly int _horizon, _volatility;

    internal TripleBarrierLabel(double up, double down, int horizon, int volatility)
    {
        _up = Positive(up);
        _down = Positive(down);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(volatility, 2);
        (_horizon, _volatility) = (horizon, volatility);
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"triple-barrier(up {_up:R}, down {_down:R}, within {_horizon}, volatility {_volatility})");

    /// <inheritdoc/>
    public override bool IsBinary => true;

    /// <inheritdoc/>
    public override LabelColumn Compute(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double[] longs = new double[series.Count];
        Array.Fill(longs, 1);
        return Follow(series, longs);
    }

    internal override LabelColumn Follow(CandleSeries series, double[] sides)
    {
        double[] deviations = Features.Pipeline(f => [f.Volatility(_volatility)]).Compute(series)[0];
        var label = LabelColumn.Missing(series);
        for (int t = 0; t < series.Count; t++)
        {
            (double result, long end) = deviations[t] > 0 && sides[t] != 0 ? Hold(series, t, deviations[t], sides[t]) : (double.NaN, 0);
            if (double.IsNaN(result))
                continue;
            label.Returns[t] = result;
            label.Values[t] = result > 0 ? 1 : 0;
            label.Ends[t] = end;
        }

        return label;
    }

    /// <summary>Return of the position and when it is known; NaN when it is not.</summary>
    private (double Return, long End) Hold(CandleSeries series, int t, double deviation, double side)
    {
        ReadOnlySpan<long> times = series.OpenTimes;
        double entry = t + 1 < series.Count ? series.Open[t + 1] : double.NaN;
        double loss = entry * (1 - side * _down * deviation), gain = entry * (1 + side * _up * deviation);
        for (int i = t + 1; i < series.Count && series.Timeframe.CandlesBetween(times[t], times[i]) == i - t; i++)
        {
            if (i == t + 1 + _horizon)
                return (side * (series.Open[i] / entry - 1), times[i]);

            long close = series.Timeframe.NextOpen(times[i]);
            (double worst, double best) = side > 0 ? (series.Low[i], series.High[i]) : (series.High[i], series.Low[i]);
            if (side * worst <= side * loss)
                return (-_down * deviation, close);
            if (side * best >= side * gain)
                return (_up * deviation, close);
        }

        return (double.NaN, 0);
    }

    private static double Positive(double barrier) => barrier > 0 && double.IsFinite(barrier)
        ? barrier
        : throw new ArgumentOutOfRangeException(nameof(barrier), barrier, "A barrier must be positive and finite.");
}
