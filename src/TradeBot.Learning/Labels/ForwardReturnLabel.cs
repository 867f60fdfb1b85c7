using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Forward return: from the next open to the open <c>h</c> candles later.</summary>
/// <remarks>
/// The value at candle <c>t</c> is <c>open[t+1+h] / open[t+1] − 1</c>, a fraction: the return of a trade that is decided
/// at the close of <c>t</c>, fills at the next open and is closed <c>h</c> candles later, before costs. Its span runs from
/// the close of <c>t</c> to the open of <c>t+1+h</c>. It is missing where any candle from <c>t</c> to <c>t+1+h</c> is,
/// and at the end of the series.
/// </remarks>
public sealed class ForwardReturnLabel : Label
{
    private readonly int _horizon;

    internal ForwardReturnLabel(int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        _horizon = horizon;
    }

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"forward-return({_horizon})");

    /// <inheritdoc/>
    public override bool IsBinary => false;

    /// <summary>The direction of this return: 1 when it is above 0, otherwise 0.</summary>
    /// <param name="deadZone">Returns of at most this size are dropped: a fraction, not negative. Scores then say nothing about the dropped moves.</param>
    public Label Direction(double deadZone = 0) => new DirectionLabel(this, deadZone);

    /// <inheritdoc/>
    public override LabelColumn Compute(CandleSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        ReadOnlySpan<long> times = series.OpenTimes;
        ReadOnlySpan<double> open = series.Open;
        var label = new LabelColumn(new double[series.Count], new double[series.Count], new long[series.Count], new long[series.Count]);
        for (int t = 0; t < times.Length; t++)
        {
            long exit = (long)t + 1 + _horizon;
            bool isKnown = exit < times.Length && series.Timeframe.CandlesBetween(times[t], times[(int)exit]) == 1 + _horizon;
            double value = isKnown ? open[(int)exit] / open[t + 1] - 1 : double.NaN;
            (label.Values[t], label.Returns[t]) = (value, value);
            label.Starts[t] = series.Timeframe.NextOpen(times[t]);
            label.Ends[t] = isKnown ? times[(int)exit] : label.Starts[t];
        }

        return label;
    }
}
