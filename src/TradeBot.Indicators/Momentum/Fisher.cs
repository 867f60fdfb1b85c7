using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Momentum;

/// <summary>Fisher transform of the smoothed position of the candle's middle in its range, which makes turning points sharp.</summary>
/// <remarks>
/// The signal is the line one candle earlier. Where the range is 0 the position is its middle. NaN in makes every later
/// output NaN. The default value is invalid. Source: J. Ehlers, <i>Stocks &amp; Commodities</i> 20(11), 2002.
/// </remarks>
public struct Fisher : IIndicator<Candle, Fisher.Lines>
{
    private const double Limit = 0.99;
    private const double AtLimit = 0.999;

    private RangeWindow _range;
    private double _position;
    private double _fisher;

    /// <param name="period">How many candles the range covers, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public Fisher(int period) => _range = new RangeWindow(period);

    /// <inheritdoc/>
    public readonly int WarmUp => _range.Length;

    /// <returns>Both dimensionless; NaN for the first period − 1 calls.</returns>
    public Lines Update(in Candle value)
    {
        double middle = (value.High + value.Low) / 2;
        _range.Push(middle, middle);
        if (!_range.IsFull)
            return new Lines(double.NaN, double.NaN);

        _position = 0.66 * (_range.Position(middle) - 0.5) + 0.67 * _position;
        if (Math.Abs(_position) > Limit)
            _position = Math.CopySign(AtLimit, _position);

        double before = _fisher;
        _fisher = 0.5 * Math.Log((1 + _position) / (1 - _position)) + 0.5 * before;
        return new Lines(_fisher, before);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Transform">The transform.</param>
    /// <param name="Signal">The transform one candle earlier; 0 before the first.</param>
    public readonly record struct Lines(double Transform, double Signal);
}
