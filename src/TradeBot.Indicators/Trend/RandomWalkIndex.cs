using TradeBot.Indicators.Volatility;
using TradeBot.Indicators.Windows;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>
/// Random walk index: the move from a low or a high of the last n candles compared with that of a random walk of the same length.
/// </summary>
/// <remarks>
/// High is the largest of <c>(high − low i candles ago) / (mean true range of the last i · √i)</c> over i from 1 to n; low its
/// mirror image. Above 1 the move is larger than chance would make it. The cost of an update grows with n. A walk without range
/// counts as 0. NaN while a NaN is among the last n + 1 candles. The default value is invalid. Source: M. Poulos, <i>Technical
/// Analysis of Stocks and Commodities</i> 9:2, 1991; here the ranges include this candle's.
/// </remarks>
public struct RandomWalkIndex : IIndicator<Candle, RandomWalkIndex.Lines>
{
    private TrueRange _trueRange = new();
    private ValueWindow _highs;
    private ValueWindow _lows;
    private ValueWindow _ranges;

    /// <param name="period">Longest walk in candles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public RandomWalkIndex(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        WarmUp = period + 1;
        _highs = new ValueWindow(period + 1);
        _lows = new ValueWindow(period + 1);
        _ranges = new ValueWindow(period + 1);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In steps of a random walk; NaN for the first period calls.</returns>
    public Lines Update(in Candle value)
    {
        _highs.Push(value.High);
        _lows.Push(value.Low);
        _ranges.Push(_trueRange.Update(value));
        if (!_highs.IsFull)
            return new Lines(double.NaN, double.NaN);

        ReadOnlySpan<double> highs = _highs.Values, lows = _lows.Values, ranges = _ranges.Values;
        int last = highs.Length - 1;
        double up = double.NegativeInfinity, down = double.NegativeInfinity, sum = 0;
        for (int i = 1; i <= last; i++)
        {
            sum += ranges[last + 1 - i];
            double step = sum / i * Math.Sqrt(i);
            up = Math.Max(up, step == 0 ? 0 : (value.High - lows[last - i]) / step);
            down = Math.Max(down, step == 0 ? 0 : (highs[last - i] - value.Low) / step);
        }

        return new Lines(up, down);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="period">As for the constructor.</param>
    /// <param name="high">One slot per candle.</param>
    /// <param name="low">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, int period, Span<double> high, Span<double> low)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, high.Length, nameof(high));
        Batch.RequireLength(candles.Count, low.Length, nameof(low));
        var indicator = new RandomWalkIndex(period);
        for (int i = 0; i < candles.Count; i++)
            (high[i], low[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="High">The rise from an earlier low, in steps of a random walk.</param>
    /// <param name="Low">The fall from an earlier high, in steps of a random walk.</param>
    public readonly record struct Lines(double High, double Low);
}
