namespace TradeBot.Indicators.Patterns;

/// <summary>Bullish forms of the patterns of one candle; their definitions are on <see cref="CandlePatternKind"/>.</summary>
internal static class OneCandle
{
    private const double NoShadow = 0.05;

    public static bool Doji(ReadOnlySpan<CandleShape> candles) => candles[0].IsDoji;

    public static bool Dragonfly(ReadOnlySpan<CandleShape> candles)
    {
        CandleShape a = candles[0];
        return a.IsDoji && a.Upper <= 0.1 * a.Range && a.Lower >= 0.6 * a.Range;
    }

    public static bool LongLegged(ReadOnlySpan<CandleShape> candles)
    {
        CandleShape a = candles[0];
        return a.IsDoji && a.Upper >= 0.3 * a.Range && a.Lower >= 0.3 * a.Range;
    }

    public static bool Hammer(ReadOnlySpan<CandleShape> candles)
    {
        CandleShape a = candles[0];
        return a.IsFalling && HasSmallShare(a) && a.Lower >= 2 * a.Body && a.Upper <= 0.1 * a.Range;
    }

    public static bool InvertedHammer(ReadOnlySpan<CandleShape> candles)
    {
        CandleShape a = candles[0];
        return a.IsFalling && HasSmallShare(a) && a.Upper >= 2 * a.Body && a.Lower <= 0.1 * a.Range;
    }

    public static bool Marubozu(ReadOnlySpan<CandleShape> candles) => IsWhiteMarubozu(candles[0]);

    public static bool SpinningTop(ReadOnlySpan<CandleShape> candles)
    {
        CandleShape a = candles[0];
        return a.IsWhite && !a.IsDoji && HasSmallShare(a) && a.Upper >= a.Body && a.Lower >= a.Body;
    }

    public static bool BeltHold(ReadOnlySpan<CandleShape> candles)
    {
        CandleShape a = candles[0];
        return a.IsFalling && a.IsWhite && a.IsLong && a.Lower <= NoShadow * a.Range;
    }

    /// <summary>White and long, with hardly a shadow.</summary>
    public static bool IsWhiteMarubozu(in CandleShape candle) =>
        candle.IsWhite && candle.IsLong && candle.Upper <= NoShadow * candle.Range && candle.Lower <= NoShadow * candle.Range;

    private static bool HasSmallShare(in CandleShape candle) => candle.Range > 0 && 3 * candle.Body <= candle.Range;
}
