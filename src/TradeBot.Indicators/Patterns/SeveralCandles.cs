namespace TradeBot.Indicators.Patterns;

/// <summary>
/// Bullish forms of the patterns of three to five candles; their definitions are on <see cref="CandlePatternKind"/>.
/// </summary>
internal static class SeveralCandles
{
    public static bool Star(ReadOnlySpan<CandleShape> candles) =>
        IsStar(candles) && candles[1].IsSmall && !candles[1].IsDoji;

    public static bool DojiStar(ReadOnlySpan<CandleShape> candles) => IsStar(candles) && candles[1].IsDoji;

    public static bool AbandonedBaby(ReadOnlySpan<CandleShape> candles) =>
        DojiStar(candles) && candles[1].High < candles[0].Low && candles[2].Low > candles[1].High;

    public static bool Soldiers(ReadOnlySpan<CandleShape> candles)
    {
        if (!candles[0].IsFalling)
            return false;

        for (int i = 0; i < candles.Length; i++)
        {
            CandleShape candle = candles[i];
            if (!(candle.IsWhite && candle.IsLong && candle.Upper <= 0.3 * candle.Body))
                return false;
            if (i > 0 && !(Opens(candle, within: candles[i - 1]) && candle.Close > candles[i - 1].Close))
                return false;
        }

        return true;
    }

    public static bool ThreeInside(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b, CandleShape c) = (candles[0], candles[1], candles[2]);
        return TwoCandles.IsHarami(a, b) && b.IsWhite && c.IsWhite && c.Close > a.Open;
    }

    public static bool ThreeOutside(ReadOnlySpan<CandleShape> candles) =>
        TwoCandles.Engulfing(candles[..2]) && candles[2].IsWhite && candles[2].Close > candles[1].Close;

    public static bool TasukiGap(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b, CandleShape c) = (candles[0], candles[1], candles[2]);
        return a.IsRising && a.IsWhite && b.IsWhite && b.Bottom > a.Top
            && c.IsBlack && Opens(c, within: b) && c.Close < b.Bottom && c.Close > a.Top;
    }

    public static bool ThreeLineStrike(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b, CandleShape c, CandleShape d) = (candles[0], candles[1], candles[2], candles[3]);
        return a.IsRising && a.IsWhite && b.IsWhite && c.IsWhite && b.Close > a.Close && c.Close > b.Close
            && d.IsBlack && d.Open >= c.Close && d.Close < a.Open;
    }

    public static bool ThreeMethods(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape e) = (candles[0], candles[4]);
        if (!(a.IsRising && a.IsWhite && a.IsLong && e.IsWhite && e.Close > a.Close))
            return false;

        double close = double.PositiveInfinity;
        foreach (CandleShape rest in candles[1..4])
        {
            if (!(rest.High <= a.High && rest.Low >= a.Low && 2 * rest.Body <= a.Body && rest.Close < close))
                return false;
            close = rest.Close;
        }

        return true;
    }

    private static bool IsStar(ReadOnlySpan<CandleShape> candles)
    {
        (CandleShape a, CandleShape b, CandleShape c) = (candles[0], candles[1], candles[2]);
        return a.IsFalling && a.IsBlack && a.IsLong && b.Top <= a.Close && c.IsWhite && c.Close > a.Middle;
    }

    private static bool Opens(in CandleShape candle, in CandleShape within) =>
        candle.Open <= within.Top && candle.Open >= within.Bottom;
}
