using System.Globalization;
using TradeBot.Indicators.Patterns;
using TradeBot.MarketData;
using static TradeBot.Indicators.Patterns.CandlePatternKind;

namespace TradeBot.Indicators.Tests.Patterns;

/// <summary>
/// Each pattern on hand-made candles after ten of body 1 and range 2 that end at 100: one series that makes it, and one that
/// misses it by one price. Candles are written as open, high, low, close.
/// </summary>
public class CandlePatternTests
{
    private const int Context = 10;
    private const bool Falling = true;
    private const bool Rising = false;

    private static readonly (CandlePatternKind First, CandlePatternKind Second)[] Opposites =
    [
        (DragonflyDoji, GravestoneDoji), (Hammer, ShootingStar), (InvertedHammer, HangingMan), (PiercingLine, DarkCloudCover),
        (MorningStar, EveningStar), (MorningDojiStar, EveningDojiStar), (ThreeWhiteSoldiers, ThreeBlackCrows),
        (RisingThreeMethods, FallingThreeMethods),
    ];

    public static TheoryData<CandlePatternKind, bool, double, string, string> Cases => new()
    {
        { Doji, Falling, 1, "100 101 99 100.125", "100 101 99 100.25" },
        { DragonflyDoji, Falling, 1, "100 100.0625 99 100", "100 100.5 99 100" },
        { GravestoneDoji, Rising, -1, "100 101 99.9375 100", "100 101 99.5 100" },
        { LongLeggedDoji, Falling, 1, "100 101 99 100", "100 100.25 99 100" },
        { Hammer, Falling, 1, "99 99.5 97 99.5", "99 99.5 98.25 99.5" },
        { HangingMan, Rising, -1, "101 101.5 99 101.5", "101 101.5 100.25 101.5" },
        { InvertedHammer, Falling, 1, "99 102 99 99.5", "99 99.875 99 99.5" },
        { ShootingStar, Rising, -1, "101 103.5 100.5 100.5", "101 103.5 99.5 100.5" },
        { Marubozu, Falling, 1, "100 103 100 103", "100 104 100 103" },
        { SpinningTop, Falling, 1, "100 101.5 99 100.5", "100 101.5 99 100.125" },
        { BeltHold, Falling, 1, "98 102 98 101", "98 102 97 101" },
        { Engulfing, Falling, 1, "100 100.5 98.5 99, 98.5 101 98 100.5", "100 100.5 98.5 99, 98.5 101 98 99.75" },
        { Harami, Falling, 1, "100 100.5 95.5 96, 97 98.5 96.5 98", "100 100.5 95.5 96, 97 100 96.5 99.5" },
        { HaramiCross, Falling, 1, "100 100.5 95.5 96, 98 99 97 98", "100 100.5 95.5 96, 95 96 94 95" },
        { PiercingLine, Falling, 1, "100 100.5 95.5 96, 95.5 99 95 98.5", "100 100.5 95.5 96, 95.5 99 95 97.5" },
        { DarkCloudCover, Rising, -1, "100 104.5 99.5 104, 104.5 105 101 101.5", "100 104.5 99.5 104, 104.5 105 101 102.5" },
        { Tweezers, Falling, 1, "100 100.5 97 98, 98 99.5 97.0625 99", "100 100.5 97 98, 98 99.5 97.25 99" },
        { InsideBar, Falling, 1, "100 102 98 101, 100.5 101 99 100", "100 102 98 101, 100.5 102.5 99 100" },
        { OutsideBar, Falling, 1, "100 101 99 100.5, 100 102 98 101", "100 101 99 100.5, 100 102 99.5 101" },
        { Kicking, Falling, 1, "100 100 97 97, 101 104 101 104", "100 100 97 97, 99.5 104 99.5 104" },
        { DojiStar, Falling, 1, "100 100.5 95.5 96, 95.5 96.5 94.5 95.5", "100 100.5 95.5 96, 97 98 96 97" },
        { MatchingLow, Falling, 1, "100 100.5 97.5 98, 99 99.5 97.5 98.0625", "100 100.5 97.5 98, 99 99.5 97.5 98.25" },
        {
            MorningStar, Falling, 1, "100 100.5 95.5 96, 95.5 96 94.5 95, 95.5 99 95 98.5",
            "100 100.5 95.5 96, 95.5 96 94.5 95, 95.5 99 95 97.5"
        },
        {
            EveningStar, Rising, -1, "100 104.5 99.5 104, 104.5 105.5 104 105, 104.5 105 101 101.5",
            "100 104.5 99.5 104, 104.5 105.5 104 105, 104.5 105 101 102.5"
        },
        {
            MorningDojiStar, Falling, 1, "100 100.5 95.5 96, 95.5 96.5 94.5 95.5, 95.5 99 95 98.5",
            "100 100.5 95.5 96, 95.5 96 94.5 95, 95.5 99 95 98.5"
        },
        {
            EveningDojiStar, Rising, -1, "100 104.5 99.5 104, 104.5 105.5 103.5 104.5, 104.5 105 101 101.5",
            "100 104.5 99.5 104, 104.5 105.5 104 105, 104.5 105 101 101.5"
        },
        {
            AbandonedBaby, Falling, 1, "100 100.5 95.5 96, 95 95.25 94.5 95, 96 99 95.5 98.5",
            "100 100.5 95.5 96, 95 95.25 94.5 95, 96 99 95 98.5"
        },
        {
            ThreeWhiteSoldiers, Falling, 1, "100 102.25 99.75 102, 101 103.75 100.75 103.5, 102.5 105.75 102 105.5",
            "100 102.25 99.75 102, 101 103.75 100.75 103.5, 104 107.25 103.5 107"
        },
        {
            ThreeBlackCrows, Rising, -1, "100 100.25 97.75 98, 99 99.25 96.25 96.5, 97.5 98 94.25 94.5",
            "100 100.25 97.75 98, 99 99.25 96.25 96.5, 96 96.5 92.75 93"
        },
        {
            ThreeInside, Falling, 1, "100 100.5 95.5 96, 97 98.5 96.5 98, 98 101 97.5 100.5",
            "100 100.5 95.5 96, 97 98.5 96.5 98, 98 101 97.5 99.5"
        },
        {
            ThreeOutside, Falling, 1, "100 100.5 98.5 99, 98.5 101 98 100.5, 100.5 102 100 101.5",
            "100 100.5 98.5 99, 98.5 101 98 100.5, 100 102 99.5 100.25"
        },
        {
            TasukiGap, Rising, 1, "100 102.5 99.5 102, 103 105.5 102.75 105, 104 104.5 102.25 102.5",
            "100 102.5 99.5 102, 103 105.5 102.75 105, 104 104.5 101 101.5"
        },
        {
            ThreeLineStrike, Rising, 1, "100 101.5 99.5 101, 101 102.5 100.5 102, 102 103.5 101.5 103, 103.5 104 99 99.5",
            "100 101.5 99.5 101, 101 102.5 100.5 102, 102 103.5 101.5 103, 103.5 104 99 100.5"
        },
        {
            RisingThreeMethods, Rising, 1,
            "100 104.5 99.5 104, 103.5 104 102.5 103, 103 103.5 102 102.25, 102.25 102.5 101 101.5, 102 105.5 101.5 105",
            "100 104.5 99.5 104, 103.5 104 102.5 103, 103 103.5 102 102.25, 102.25 102.5 99 101.5, 102 105.5 101.5 105"
        },
        {
            FallingThreeMethods, Falling, -1,
            "100 100.5 95.5 96, 96.5 97.5 96 97, 97 98 96.5 97.75, 97.75 98.75 97.25 98.5, 98 98.25 94.5 95",
            "100 100.5 95.5 96, 96.5 97.5 96 97, 97 98 96.5 97.75, 97.75 98.75 97.25 98.5, 98 98.25 94.5 96.5"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_the_pattern_and_not_what_nearly_is_one(
        CandlePatternKind kind, bool falling, double signal, string hit, string miss)
    {
        Assert.Equal(signal, Last(kind, Series(falling, hit)));
        Assert.Equal(0, Last(kind, Series(falling, miss)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_mirrored_candles_say_the_opposite(CandlePatternKind kind, bool falling, double signal, string hit, string miss)
    {
        CandlePatternKind mirrored = Opposites.FirstOrDefault(p => p.First == kind || p.Second == kind) switch
        {
            (Doji, Doji) => kind,
            var pair => pair.First == kind ? pair.Second : pair.First,
        };
        double expected = PatternRules.Of(kind).Sides == PatternSides.Both || mirrored != kind ? -signal : signal;
        Assert.Equal(expected, Last(mirrored, Series(falling, hit).Select(Mirror)));
        Assert.Equal(0, Last(mirrored, Series(falling, miss).Select(Mirror)));
    }

    [Theory]
    [InlineData(Hammer)]
    [InlineData(HangingMan)]
    [InlineData(InvertedHammer)]
    [InlineData(ShootingStar)]
    [InlineData(BeltHold)]
    [InlineData(Engulfing)]
    [InlineData(Harami)]
    [InlineData(HaramiCross)]
    [InlineData(PiercingLine)]
    [InlineData(DarkCloudCover)]
    [InlineData(Tweezers)]
    [InlineData(DojiStar)]
    [InlineData(MatchingLow)]
    [InlineData(MorningStar)]
    [InlineData(EveningStar)]
    [InlineData(AbandonedBaby)]
    [InlineData(ThreeWhiteSoldiers)]
    [InlineData(ThreeBlackCrows)]
    [InlineData(ThreeInside)]
    [InlineData(ThreeOutside)]
    [InlineData(TasukiGap)]
    [InlineData(ThreeLineStrike)]
    [InlineData(RisingThreeMethods)]
    [InlineData(FallingThreeMethods)]
    public void The_same_candles_after_the_other_trend_are_no_pattern(CandlePatternKind kind)
    {
        object[] match = Cases.Single(c => (CandlePatternKind)c[0] == kind);
        Assert.Equal(0, Last(kind, Series(!(bool)match[1], (string)match[3])));
    }

    [Fact]
    public void Every_pattern_has_a_case()
    {
        Assert.Equal(Enum.GetValues<CandlePatternKind>(), Cases.Select(c => (CandlePatternKind)c[0]));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => new CandlePattern((CandlePatternKind)99, Context));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new CandlePattern(Doji, 0));
    }

    [Fact]
    public void A_candle_without_range_is_no_doji() => Assert.Equal(0, Last(Doji, Series(Falling, "100 100 100 100")));

    private static double Last(CandlePatternKind kind, IEnumerable<Candle> candles)
    {
        var pattern = new CandlePattern(kind, Context);
        double signal = double.NaN;
        foreach (Candle candle in candles)
            signal = pattern.Update(candle);
        return signal;
    }

    private static IEnumerable<Candle> Series(bool falling, string candles)
    {
        for (int i = 0; i < Context; i++)
        {
            double close = falling ? 109 - i : 91 + i, open = falling ? close + 1 : close - 1;
            yield return new Candle(default, open, Math.Max(open, close) + 0.5, Math.Min(open, close) - 0.5, close, 1);
        }

        foreach (string candle in candles.Split(", "))
        {
            double[] prices = [.. candle.Split(' ').Select(x => double.Parse(x, CultureInfo.InvariantCulture))];
            yield return new Candle(default, prices[0], prices[1], prices[2], prices[3], 1);
        }
    }

    private static Candle Mirror(Candle candle) => candle with
    {
        Open = 200 - candle.Open,
        High = 200 - candle.Low,
        Low = 200 - candle.High,
        Close = 200 - candle.Close,
    };
}
