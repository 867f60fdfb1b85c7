using System.Runtime.CompilerServices;
using TradeBot.Indicators.Averages;
using TradeBot.MarketData;

namespace TradeBot.Indicators.Patterns;

/// <summary>Recognises one candlestick pattern when its last candle closes.</summary>
/// <remarks>
/// The definitions are on <see cref="CandlePatternKind"/>. NaN while a NaN is in the pattern or its context. The default value
/// is invalid. Source: S. Nison, <i>Japanese Candlestick Charting Techniques</i>, 1991.
/// </remarks>
public struct CandlePattern : IIndicator<Candle, double>
{
    private readonly PatternRule _rule;
    private readonly int _context;
    private Sma _body;
    private Sma _range;
    private Sma _close;
    private double _meanBody = double.NaN;
    private double _meanRange = double.NaN;
    private double _trend = double.NaN;
    private Shapes _shapes;

    /// <param name="kind">Which pattern.</param>
    /// <param name="context">Number of previous candles that define a long body and the trend, at least 1; 10 is usual.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public CandlePattern(CandlePatternKind kind, int context)
    {
        _rule = PatternRules.Of(kind);
        _context = context;
        _body = new Sma(context);
        _range = new Sma(context);
        _close = new Sma(context);
        for (int i = 0; i < PatternRule.Longest; i++)
            _shapes[i] = new CandleShape(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
    }

    /// <inheritdoc/>
    public readonly int WarmUp => _context + _rule.Length;

    /// <returns>1 where this candle completes a bullish or neutral pattern, −1 a bearish one, else 0; NaN for the first context + length − 1 calls.</returns>
    public double Update(in Candle value)
    {
        var shape = new CandleShape(value.Open, value.High, value.Low, value.Close, _meanBody, _meanRange, _trend);
        _meanBody = _body.Update(shape.Body);
        _meanRange = _range.Update(shape.Range);
        _trend = value.Close - _close.Update(value.Close);

        Span<CandleShape> shapes = _shapes;
        shapes[1..].CopyTo(shapes);
        shapes[^1] = shape;
        ReadOnlySpan<CandleShape> candles = shapes[^_rule.Length..];
        foreach (CandleShape candle in candles)
        {
            if (candle.IsUnknown)
                return double.NaN;
        }

        return _rule.Judge(candles);
    }

    /// <summary>Runs the streaming form over a series.</summary>
    /// <param name="candles">Oldest first.</param>
    /// <param name="kind">As for the constructor.</param>
    /// <param name="context">As for the constructor.</param>
    /// <param name="destination">One slot per candle.</param>
    /// <exception cref="ArgumentException">A parameter is out of range. The lengths differ.</exception>
    public static void Compute(CandleSeries candles, CandlePatternKind kind, int context, Span<double> destination) =>
        Batch.Run(new CandlePattern(kind, context), candles, destination);

    [InlineArray(PatternRule.Longest)]
    private struct Shapes
    {
        private CandleShape _first;
    }
}
