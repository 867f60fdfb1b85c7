using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Windows;

namespace TradeBot.Indicators.Momentum;

/// <summary>Schaff trend cycle: the position of MACD in its range, smoothed, and of that again, from 0 to 100.</summary>
/// <remarks>
/// Where a range is 0 the position stays what it was, 50 at first. NaN in makes every later output NaN. The default
/// value is invalid. Source: D. Schaff, <i>The Schaff Trend Cycle</i>, 1999.
/// </remarks>
public struct SchaffTrendCycle : IIndicator<double, double>
{
    private Apo _difference;
    private Stage _first, _second;

    /// <param name="cycle">How many values each range covers, at least 1.</param>
    /// <param name="fast">Length of the fast average, at least 1.</param>
    /// <param name="slow">Length of the slow average, more than <paramref name="fast"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public SchaffTrendCycle(int cycle = 10, int fast = 23, int slow = 50)
    {
        _difference = new Apo(fast, slow);
        (_first, _second) = (new Stage(cycle), new Stage(cycle));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _difference.WarmUp + 2 * (_first.Length - 1);

    /// <returns>From 0 to 100; NaN until <see cref="WarmUp"/> values are seen.</returns>
    public double Update(in double value)
    {
        double difference = _difference.Update(value);
        double first = double.IsNaN(difference) ? difference : _first.Update(difference);
        return double.IsNaN(first) ? first : _second.Update(first);
    }

    private struct Stage(int length)
    {
        private const double Weight = 0.5;

        private RangeWindow _range = new(length);
        private double _position = 50;
        private double _smooth = double.NaN;

        public readonly int Length => _range.Length;

        public double Update(double value)
        {
            _range.Push(value, value);
            if (!_range.IsFull)
                return double.NaN;

            if (_range.High > _range.Low)
                _position = 100 * _range.Position(value);
            _smooth = double.IsNaN(_smooth) ? _position : Math.Clamp(_smooth + Weight * (_position - _smooth), 0, 100);
            return _smooth;
        }
    }
}
