using TradeBot.Indicators.Averages;
using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Volume;

/// <summary>
/// Percentage volume oscillator: by how much per cent a fast exponential average of volume exceeds a slow one, with signal and
/// histogram.
/// </summary>
/// <remarks>
/// 0 where the slow average is 0. All lines are NaN until the signal is known. NaN in makes every later output NaN. The default
/// value is invalid. Source: G. Appel's MACD applied to volume, as described by StockCharts.
/// </remarks>
public struct Pvo : IIndicator<Candle, Pvo.Lines>
{
    private Ema _fast;
    private Ema _slow;
    private Ema _signal;
    private Countdown _known;

    /// <param name="fast">Length of the fast average, at least 1; 12 is usual.</param>
    /// <param name="slow">Length of the slow average, at least 1; 26 is usual.</param>
    /// <param name="signal">Length of the signal's average, at least 1; 9 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Pvo(int fast, int slow, int signal)
    {
        _fast = new Ema(fast);
        _slow = new Ema(slow);
        _signal = new Ema(signal);
        _known = new Countdown(Math.Max(fast, slow));
    }

    /// <inheritdoc/>
    public readonly int WarmUp => Math.Max(_fast.WarmUp, _slow.WarmUp) + _signal.WarmUp - 1;

    /// <returns>In per cent; NaN for the first max(fast, slow) + signal − 2 calls.</returns>
    public Lines Update(in Candle value)
    {
        double fast = _fast.Update(value.Volume), slow = _slow.Update(value.Volume);
        if (!_known.Step())
            return new Lines(double.NaN, double.NaN, double.NaN);

        double line = slow == 0 ? 0 : 100 * (fast - slow) / slow, signal = _signal.Update(line);
        return new Lines(line + 0 * signal, signal, line - signal);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="fast">As for the constructor.</param>
    /// <param name="slow">As for the constructor.</param>
    /// <param name="signal">As for the constructor.</param>
    /// <param name="line">One slot per candle.</param>
    /// <param name="signalLine">One slot per candle.</param>
    /// <param name="histogram">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int fast, int slow, int signal, Span<double> line, Span<double> signalLine,
        Span<double> histogram)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, line.Length, nameof(line));
        Batch.RequireLength(candles.Count, signalLine.Length, nameof(signalLine));
        Batch.RequireLength(candles.Count, histogram.Length, nameof(histogram));
        var indicator = new Pvo(fast, slow, signal);
        for (int i = 0; i < candles.Count; i++)
            (line[i], signalLine[i], histogram[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Line">Fast less slow average in per cent of the slow one.</param>
    /// <param name="Signal">The exponential average of the line.</param>
    /// <param name="Histogram">Line − Signal.</param>
    public readonly record struct Lines(double Line, double Signal, double Histogram);
}
