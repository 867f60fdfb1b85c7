namespace TradeBot.Indicators.Patterns;

/// <summary>The candlestick patterns, each with its definition in numbers.</summary>
/// <remarks>
/// <para>
/// Body, range, upper and lower shadow are |close − open|, high − low, high − max(open, close) and min(open, close) − low. White
/// closes above its open, black below. Long: body above the mean body of the context, that is the n candles before it (10 unless
/// another number is given). Small: body at most half of that mean. Doji: body at most a tenth of a range that is not 0. Falling:
/// the close before the candle is below the mean of the n closes up to it; rising: above. Level: apart by at most a twentieth
/// of the first candle's mean range. a, b, c, d, e are the candles, oldest first.
/// </para>
/// <para>
/// Where textbooks ask for a gap between bodies, bodies may touch here: in a market that never closes a candle opens where the
/// last one closed. Only the patterns that are named after a gap insist on one. Where a bearish form is not given, it is
/// the mirror image of the bullish one. Source: S. Nison, <i>Japanese Candlestick Charting Techniques</i>, 1991; T. Bulkowski,
/// <i>Encyclopedia of Candlestick Charts</i>, 2008; the thresholds are ours.
/// </para>
/// </remarks>
public enum CandlePatternKind
{
    /// <summary>Doji. 1: a doji, whatever its shadows.</summary>
    Doji,

    /// <summary>
    /// Dragonfly doji. 1: a doji with an upper shadow of at most 0.1 and a lower one of at least 0.6 of the range.
    /// </summary>
    DragonflyDoji,

    /// <summary>
    /// Gravestone doji. −1: a doji with a lower shadow of at most 0.1 and an upper one of at least 0.6 of the range.
    /// </summary>
    GravestoneDoji,

    /// <summary>Long-legged doji. 1: a doji with both shadows at least 0.3 of the range.</summary>
    LongLeggedDoji,

    /// <summary>
    /// Hammer. 1: falling; body at most a third of the range, lower shadow at least twice the body, upper at most 0.1 of the
    /// range.
    /// </summary>
    Hammer,

    /// <summary>Hanging man. −1: the shape of a hammer, rising.</summary>
    HangingMan,

    /// <summary>
    /// Inverted hammer. 1: falling; body at most a third of the range, upper shadow at least twice the body, lower at most 0.1 of
    /// the range.
    /// </summary>
    InvertedHammer,

    /// <summary>Shooting star. −1: the shape of an inverted hammer, rising.</summary>
    ShootingStar,

    /// <summary>Marubozu. 1: white and long, both shadows at most 0.05 of the range; −1: black.</summary>
    Marubozu,

    /// <summary>
    /// Spinning top. 1: white, no doji, body at most a third of the range, both shadows at least as long as the body; −1: black.
    /// </summary>
    SpinningTop,

    /// <summary>Belt hold. 1: falling; white and long, lower shadow at most 0.05 of the range; −1: mirrored.</summary>
    BeltHold,

    /// <summary>
    /// Engulfing. 1: falling; a black, b white with a larger body that reaches from a's close or below to a's open or above; −1:
    /// mirrored.
    /// </summary>
    Engulfing,

    /// <summary>
    /// Harami. 1: falling; a black and long, b's body within a's and at most half as large, no doji; −1: mirrored.
    /// </summary>
    Harami,

    /// <summary>Harami cross. 1: falling; a black and long, b a doji with its body within a's; −1: mirrored.</summary>
    HaramiCross,

    /// <summary>
    /// Piercing line. 1: falling; a black and long, b white, opens at a's close or below and closes above the middle of a's body
    /// but below a's open.
    /// </summary>
    PiercingLine,

    /// <summary>
    /// Dark cloud cover. −1: rising; a white and long, b black, opens at a's close or above and closes below the middle of a's
    /// body but above a's open.
    /// </summary>
    DarkCloudCover,

    /// <summary>
    /// Tweezers. 1 (bottom): falling; a black, b white, lows level; −1 (top): rising; a white, b black, highs level.
    /// </summary>
    Tweezers,

    /// <summary>Inside bar. 1: b's range within a's, and smaller.</summary>
    InsideBar,

    /// <summary>Outside bar. 1: b's high above a's and b's low below a's, b white; −1: b black.</summary>
    OutsideBar,

    /// <summary>Kicking. 1: a a black marubozu, b a white marubozu with its low above a's high; −1: mirrored.</summary>
    Kicking,

    /// <summary>Doji star. 1: falling; a black and long, b a doji with its body at a's close or below; −1: mirrored.</summary>
    DojiStar,

    /// <summary>Matching low. 1: falling; a and b black, closes level; −1 (matching high): mirrored.</summary>
    MatchingLow,

    /// <summary>
    /// Morning star. 1: falling; a black and long, b small, no doji, its body at a's close or below, c white and closing above
    /// the middle of a's body.
    /// </summary>
    MorningStar,

    /// <summary>
    /// Evening star. −1: rising; a white and long, b small, no doji, its body at a's close or above, c black and closing below
    /// the middle of a's body.
    /// </summary>
    EveningStar,

    /// <summary>Morning doji star. 1: as the morning star, b a doji.</summary>
    MorningDojiStar,

    /// <summary>Evening doji star. −1: as the evening star, b a doji.</summary>
    EveningDojiStar,

    /// <summary>
    /// Abandoned baby. 1: falling; a black and long, b a doji with its high below a's low, c white with its low above b's high,
    /// closing above the middle of a's body; −1: mirrored.
    /// </summary>
    AbandonedBaby,

    /// <summary>
    /// Three white soldiers. 1: falling; three long white candles with upper shadows of at most 0.3 of the body, each opening
    /// within the body before and closing above it.
    /// </summary>
    ThreeWhiteSoldiers,

    /// <summary>
    /// Three black crows. −1: rising; three long black candles with lower shadows of at most 0.3 of the body, each opening within
    /// the body before and closing below it.
    /// </summary>
    ThreeBlackCrows,

    /// <summary>
    /// Three inside. 1 (up): falling; a black and long, b white, its body within a's and at most half as large, c white and
    /// closing above a's open; −1 (down): mirrored.
    /// </summary>
    ThreeInside,

    /// <summary>Three outside. 1 (up): a and b a bullish engulfing, c white and closing above b; −1 (down): mirrored.</summary>
    ThreeOutside,

    /// <summary>
    /// Tasuki gap. 1: rising; a and b white, b's body above a's without touching, c black, opens within b's body and closes
    /// between the bodies; −1: mirrored.
    /// </summary>
    TasukiGap,

    /// <summary>
    /// Three-line strike. 1: rising; a, b, c white with rising closes, d black, opens at c's close or above and closes below a's
    /// open; −1: mirrored.
    /// </summary>
    ThreeLineStrike,

    /// <summary>
    /// Rising three methods. 1: rising; a white and long, b, c, d within a's range with falling closes and bodies at most half of
    /// a's, e white and closing above a.
    /// </summary>
    RisingThreeMethods,

    /// <summary>
    /// Falling three methods. −1: falling; a black and long, b, c, d within a's range with rising closes and bodies at most half
    /// of a's, e black and closing below a.
    /// </summary>
    FallingThreeMethods,
}
