using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Relative vigor index: the body of the candles over their range, both weighed 1-2-2-1 and summed; and its own 1-2-2-1 mean.</summary>
/// <remarks>
/// 0 where the range is 0. NaN while a NaN is within reach. The default value is invalid.
/// Source: J. Ehlers, <i>Stocks &amp; Commodities</i> 20(1), 2002.
/// </remarks>
public struct VigorIndex : IIndicator<Candle, VigorIndex.Lines>
{
    private ValueWindow _bodies, _ranges, _indices;
    private WindowSum _body, _range;

    /// <param name="period">How many candles are summed, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public VigorIndex(int period)
    {
        _bodies = new ValueWindow(4);
        _ranges = new ValueWindow(4);
        _indices = new ValueWindow(4);
        (_body, _range) = (new WindowSum(period), new WindowSum(period));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _body.Length + 6;

    /// <returns>Both from −1 to 1; NaN for the first period + 5 calls.</returns>
    public Lines Update(in Candle value)
    {
        _bodies.Push(value.Close - value.Open);
        _ranges.Push(value.High - value.Low);
        if (!_bodies.IsFull)
            return new Lines(double.NaN, double.NaN);

        double body = _body.Push(Smooth(_bodies.Values)), range = _range.Push(Smooth(_ranges.Values));
        if (!_body.IsFull)
            return new Lines(double.NaN, double.NaN);

        double index = range == 0 ? 0 : Math.Clamp(body / range, -1, 1);
        _indices.Push(index);
        return _indices.IsFull ? new Lines(index, Math.Clamp(Smooth(_indices.Values), -1, 1)) : new Lines(double.NaN, double.NaN);
    }

    private static double Smooth(ReadOnlySpan<double> values) => (values[0] + 2 * values[1] + 2 * values[2] + values[3]) / 6;

    /// <summary>The lines after one candle.</summary>
    /// <param name="Index">The index itself.</param>
    /// <param name="Signal">Its weighted mean.</param>
    public readonly record struct Lines(double Index, double Signal);
}
