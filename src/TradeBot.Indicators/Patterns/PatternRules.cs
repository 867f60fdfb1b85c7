using System.Collections.Frozen;
using static TradeBot.Indicators.Patterns.CandlePatternKind;
using static TradeBot.Indicators.Patterns.PatternSides;

namespace TradeBot.Indicators.Patterns;

/// <summary>The rule of each pattern.</summary>
internal static class PatternRules
{
    private static readonly FrozenDictionary<CandlePatternKind, PatternRule> Rules = new Dictionary<CandlePatternKind, PatternRule>
    {
        [Doji] = new(1, Bullish, OneCandle.Doji),
        [DragonflyDoji] = new(1, Bullish, OneCandle.Dragonfly),
        [GravestoneDoji] = new(1, Bearish, OneCandle.Dragonfly),
        [LongLeggedDoji] = new(1, Bullish, OneCandle.LongLegged),
        [Hammer] = new(1, Bullish, OneCandle.Hammer),
        [HangingMan] = new(1, Bearish, OneCandle.InvertedHammer),
        [InvertedHammer] = new(1, Bullish, OneCandle.InvertedHammer),
        [ShootingStar] = new(1, Bearish, OneCandle.Hammer),
        [Marubozu] = new(1, Both, OneCandle.Marubozu),
        [SpinningTop] = new(1, Both, OneCandle.SpinningTop),
        [BeltHold] = new(1, Both, OneCandle.BeltHold),
        [Engulfing] = new(2, Both, TwoCandles.Engulfing),
        [Harami] = new(2, Both, TwoCandles.Harami),
        [HaramiCross] = new(2, Both, TwoCandles.HaramiCross),
        [PiercingLine] = new(2, Bullish, TwoCandles.Piercing),
        [DarkCloudCover] = new(2, Bearish, TwoCandles.Piercing),
        [Tweezers] = new(2, Both, TwoCandles.Tweezers),
        [InsideBar] = new(2, Bullish, TwoCandles.Inside),
        [OutsideBar] = new(2, Both, TwoCandles.Outside),
        [Kicking] = new(2, Both, TwoCandles.Kicking),
        [DojiStar] = new(2, Both, TwoCandles.DojiStar),
        [MatchingLow] = new(2, Both, TwoCandles.MatchingLow),
        [MorningStar] = new(3, Bullish, SeveralCandles.Star),
        [EveningStar] = new(3, Bearish, SeveralCandles.Star),
        [MorningDojiStar] = new(3, Bullish, SeveralCandles.DojiStar),
        [EveningDojiStar] = new(3, Bearish, SeveralCandles.DojiStar),
        [AbandonedBaby] = new(3, Both, SeveralCandles.AbandonedBaby),
        [ThreeWhiteSoldiers] = new(3, Bullish, SeveralCandles.Soldiers),
        [ThreeBlackCrows] = new(3, Bearish, SeveralCandles.Soldiers),
        [ThreeInside] = new(3, Both, SeveralCandles.ThreeInside),
        [ThreeOutside] = new(3, Both, SeveralCandles.ThreeOutside),
        [TasukiGap] = new(3, Both, SeveralCandles.TasukiGap),
        [ThreeLineStrike] = new(4, Both, SeveralCandles.ThreeLineStrike),
        [RisingThreeMethods] = new(5, Bullish, SeveralCandles.ThreeMethods),
        [FallingThreeMethods] = new(5, Bearish, SeveralCandles.ThreeMethods),
    }.ToFrozenDictionary();

    /// <summary>The rule of a pattern.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pattern.</exception>
    public static PatternRule Of(CandlePatternKind kind) =>
        Rules.GetValueOrDefault(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "Must be a pattern that the enumeration names.");
}
