namespace TradeBot.Indicators.Patterns;

/// <summary>Bullish forms of the patterns of two candles; their definitions are on <see cref="CandlePatternKind"/>.</summary>
internal static class TwoCandles
{
    public static bool Engulfing(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return a.IsFalling && a.IsBlack && b.IsWhite && b.Body > a.Body && b.Holds(a);
    }

    public static bool Harami(ReadOnlySpan<CandleShape> candles) => IsHarami(candles[0], candles[1]) && !candles[1].IsDoji;

    public static bool HaramiCross(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return a.IsFalling && a.IsBlack && a.IsLong && a.Holds(b) && b.IsDoji;
    }

    public static bool Piercing(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return a.IsFalling && a.IsBlack && a.IsLong && b.IsWhite
            && b.Open <= a.Close && b.Close > a.Middle && b.Close < a.Open;
    }

    public static bool Tweezers(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return a.IsFalling && a.IsBlack && b.IsWhite && a.IsLevel(a.Low, b.Low);
    }

    public static bool Inside(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return b.High <= a.High && b.Low >= a.Low && b.Range < a.Range;
    }

    public static bool Outside(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return b.High > a.High && b.Low < a.Low && b.IsWhite;
    }

    public static bool Kicking(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return OneCandle.IsWhiteMarubozu(a.Mirrored) && OneCandle.IsWhiteMarubozu(b) && b.Low > a.High;
    }

    public static bool DojiStar(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return a.IsFalling && a.IsBlack && a.IsLong && b.IsDoji && b.Top <= a.Close;
    }

    public static bool MatchingLow(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b) = (candles[0], candles[1]);
        return a.IsFalling && a.IsBlack && b.IsBlack && a.IsLevel(a.Close, b.Close);
    }

    /// <summary>A long black candle after a fall, and a body at most half as large within its own.</summary>
    public static bool IsHarami(in CandleShape a, in CandleShape b) =>
        a.IsFalling && a.IsBlack && a.IsLong && a.Holds(b) && 2 * b.Body <= a.Body;
}
