using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>Klinger oscillator: a fast less a slow exponential average of the volume force, and its signal line.</summary>
/// <remarks>
/// The force is <c>100 · volume · |2 · range / cumulated range − 1|</c> with the sign of the trend; the trend is that of high +
/// low + close, and keeps on where they are as before; the ranges are cumulated while it lasts, from the range of the candle
/// before. 0 where there is no range. Each average starts from the mean of its first values; Tulip starts from the first value.
/// NaN in makes every later output NaN. The default value is invalid. Source: S. Klinger, <i>Technical Analysis of Stocks and
/// Commodities</i> 15:12, 1997.
/// </remarks>
public struct Klinger : IIndicator<Candle, Klinger.Lines>
{
    private Ema _fast;
    private Ema _slow;
    private Ema _signal;
    private Countdown _known;
    private double _previousSum;
    private double _previousRange;
    private double _cumulated;
    private double _trend;
    private bool _started;

    /// <param name="fast">Length of the fast average, at least 1; 34 is usual.</param>
    /// <param name="slow">Length of the slow average, at least 1; 55 is usual.</param>
    /// <param name="signal">Length of the signal's average, at least 1; 13 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Klinger(int fast, int slow, int signal)
    {
        _fast = new Ema(fast);
        _slow = new Ema(slow);
        _signal = new Ema(signal);
        _known = new Countdown(Math.Max(fast, slow));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => Math.Max(_fast.WarmUp, _slow.WarmUp) + _signal.WarmUp;

    /// <returns>In base currency; NaN for the first max(fast, slow) + signal − 1 calls.</returns>
    public Lines Update(in Candle value)
    {
        double sum = value.High + value.Low + value.Close, range = value.High - value.Low;
        double direction = Sign.Of(sum - _previousSum), previousRange = _previousRange;
        (_previousSum, _previousRange) = (sum, range);
        if (!_started)
        {
            _started = true;
            return new Lines(double.NaN, double.NaN);
        }

        double force = Force(value.Volume, range, previousRange, direction);
        double line = _fast.Update(force) - _slow.Update(force);
        if (!_known.Step())
            return new Lines(double.NaN, double.NaN);

        double signal = _signal.Update(line);
        return new Lines(line + 0 * signal, signal);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="fast">As for the constructor.</param>
    /// <param name="slow">As for the constructor.</param>
    /// <param name="signal">As for the constructor.</param>
    /// <param name="line">One slot per candle.</param>
    /// <param name="signalLine">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int fast, int slow, int signal, Span<double> line, Span<double> signalLine)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, line.Length, nameof(line));
        Batch.RequireLength(candles.Count, signalLine.Length, nameof(signalLine));
        var indicator = new Klinger(fast, slow, signal);
        for (int i = 0; i < candles.Count; i++)
            (line[i], signalLine[i]) = indicator.Update(candles[i]);
    }

    private double Force(double volume, double range, double previousRange, double direction)
    {
        if (direction != 0 && direction != _trend)
            (_trend, _cumulated) = (direction, previousRange);

        _cumulated += range;
        return _cumulated == 0 ? 0 * volume : 100 * volume * Math.Abs(2 * range / _cumulated - 1) * _trend;
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Line">Fast less slow average of the force.</param>
    /// <param name="Signal">The exponential average of the line.</param>
    public readonly record struct Lines(double Line, double Signal);
}
