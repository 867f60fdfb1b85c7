using TradeBot.Indicators.Statistics;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Trend;

/// <summary>Ichimoku Kinko Hyo: conversion and base line, the cloud at this candle, and the lagging line.</summary>
/// <remarks>
/// Nothing looks ahead. A chart draws the leading spans <c>displacement</c> candles to the right of where they are computed: the
/// outputs here are those drawn at this candle, computed <c>displacement</c> candles ago. It draws the close <c>displacement</c>
/// candles to the left: the lagging output is this candle's close, the value drawn there, and not a later one.
/// All lines are NaN until the last of them is known. NaN in gives NaN while it is in a window. The default value is invalid.
/// Source: G. Hosoda, 1969; N. Elliott, <i>Ichimoku Charts</i>, 2007.
/// </remarks>
public struct Ichimoku : IIndicator<Candle, Ichimoku.Lines>
{
    private RangeMiddle _conversion;
    private RangeMiddle _base;
    private RangeMiddle _span;
    private Delay _leadingA;
    private Delay _leadingB;
    private Countdown _known;

    /// <param name="tenkan">Candles of the conversion line, at least 1; 9 is usual.</param>
    /// <param name="kijun">Candles of the base line, at least 1; 26 is usual.</param>
    /// <param name="senkou">Candles of the second leading span, at least 1; 52 is usual.</param>
    /// <param name="displacement">How many candles ahead the cloud is drawn, at least 0; 26 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Ichimoku(int tenkan, int kijun, int senkou, int displacement)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(displacement);
        _conversion = new RangeMiddle(tenkan);
        _base = new RangeMiddle(kijun);
        _span = new RangeMiddle(senkou);
        _leadingA = new Delay(displacement);
        _leadingB = new Delay(displacement);
        WarmUp = Math.Max(senkou, Math.Max(tenkan, kijun)) + displacement;
        _known = new Countdown(WarmUp);
    }

    /// <inheritdoc/>
    public int WarmUp { get; }

    /// <returns>In price units; NaN for the first max(periods) + displacement − 1 calls.</returns>
    public Lines Update(in Candle value)
    {
        double conversion = _conversion.Update(value), baseline = _base.Update(value);
        double leadingA = _leadingA.Update((conversion + baseline) / 2);
        double leadingB = _leadingB.Update(_span.Update(value));
        return _known.Step()
            ? new Lines(conversion, baseline, leadingA, leadingB, value.Close)
            : new Lines(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="tenkan">As for the constructor.</param>
    /// <param name="kijun">As for the constructor.</param>
    /// <param name="senkou">As for the constructor.</param>
    /// <param name="displacement">As for the constructor.</param>
    /// <param name="conversion">One slot per candle.</param>
    /// <param name="baseLine">One slot per candle.</param>
    /// <param name="leadingA">One slot per candle.</param>
    /// <param name="leadingB">One slot per candle.</param>
    /// <param name="lagging">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(
        CandleSeries candles, int tenkan, int kijun, int senkou, int displacement, Span<double> conversion,
        Span<double> baseLine, Span<double> leadingA, Span<double> leadingB, Span<double> lagging)
    {
        ArgumentNullException.ThrowIfNull(candles);
        Batch.RequireLength(candles.Count, conversion.Length, nameof(conversion));
        Batch.RequireLength(candles.Count, baseLine.Length, nameof(baseLine));
        Batch.RequireLength(candles.Count, leadingA.Length, nameof(leadingA));
        Batch.RequireLength(candles.Count, leadingB.Length, nameof(leadingB));
        Batch.RequireLength(candles.Count, lagging.Length, nameof(lagging));
        var indicator = new Ichimoku(tenkan, kijun, senkou, displacement);
        for (int i = 0; i < candles.Count; i++)
            (conversion[i], baseLine[i], leadingA[i], leadingB[i], lagging[i]) = indicator.Update(candles[i]);
    }

    /// <summary>The lines after one candle.</summary>
    /// <param name="Conversion">Tenkan-sen: middle of the short window's range.</param>
    /// <param name="Base">Kijun-sen: middle of the base window's range.</param>
    /// <param name="LeadingA">Senkou span A at this candle: mean of conversion and base, <c>displacement</c> candles ago.</param>
    /// <param name="LeadingB">Senkou span B at this candle: middle of the long window's range, <c>displacement</c> candles ago.</param>
    /// <param name="Lagging">Chikou span: this candle's close, which a chart draws <c>displacement</c> candles back.</param>
    public readonly record struct Lines(double Conversion, double Base, double LeadingA, double LeadingB, double Lagging);
}
