namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Abandoned baby. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries AbandonedBaby(Argument? context = null) => Call("abandonedbaby", context);

    /// <summary>Belt hold. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries BeltHold(Argument? context = null) => Call("belthold", context);

    /// <summary>Dark cloud cover. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries DarkCloudCover(Argument? context = null) => Call("darkcloudcover", context);

    /// <summary>Doji. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Doji(Argument? context = null) => Call("doji", context);

    /// <summary>Doji star. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries DojiStar(Argument? context = null) => Call("dojistar", context);

    /// <summary>Dragonfly doji. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries DragonflyDoji(Argument? context = null) => Call("dragonflydoji", context);

    /// <summary>Engulfing. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Engulfing(Argument? context = null) => Call("engulfing", context);

    /// <summary>Evening doji star. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries EveningDojiStar(Argument? context = null) => Call("eveningdojistar", context);

    /// <summary>Evening star. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries EveningStar(Argument? context = null) => Call("eveningstar", context);

    /// <summary>Falling three methods. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries FallingThreeMethods(Argument? context = null) => Call("fallingthreemethods", context);

    /// <summary>Gravestone doji. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries GravestoneDoji(Argument? context = null) => Call("gravestonedoji", context);

    /// <summary>Hammer. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Hammer(Argument? context = null) => Call("hammer", context);

    /// <summary>Hanging man. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries HangingMan(Argument? context = null) => Call("hangingman", context);

    /// <summary>Harami. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Harami(Argument? context = null) => Call("harami", context);

    /// <summary>Harami cross. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries HaramiCross(Argument? context = null) => Call("haramicross", context);

    /// <summary>Inside bar. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries InsideBar(Argument? context = null) => Call("insidebar", context);

    /// <summary>Inverted hammer. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries InvertedHammer(Argument? context = null) => Call("invertedhammer", context);

    /// <summary>Kicking. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Kicking(Argument? context = null) => Call("kicking", context);

    /// <summary>Long legged doji. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries LongLeggedDoji(Argument? context = null) => Call("longleggeddoji", context);

    /// <summary>Marubozu. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Marubozu(Argument? context = null) => Call("marubozu", context);

    /// <summary>Matching low. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries MatchingLow(Argument? context = null) => Call("matchinglow", context);

    /// <summary>Morning doji star. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries MorningDojiStar(Argument? context = null) => Call("morningdojistar", context);

    /// <summary>Morning star. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries MorningStar(Argument? context = null) => Call("morningstar", context);

    /// <summary>Outside bar. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries OutsideBar(Argument? context = null) => Call("outsidebar", context);

    /// <summary>Piercing line. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries PiercingLine(Argument? context = null) => Call("piercingline", context);

    /// <summary>Rising three methods. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries RisingThreeMethods(Argument? context = null) => Call("risingthreemethods", context);

    /// <summary>Shooting star. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ShootingStar(Argument? context = null) => Call("shootingstar", context);

    /// <summary>Spinning top. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries SpinningTop(Argument? context = null) => Call("spinningtop", context);

    /// <summary>Tasuki gap. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries TasukiGap(Argument? context = null) => Call("tasukigap", context);

    /// <summary>Three black crows. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ThreeBlackCrows(Argument? context = null) => Call("threeblackcrows", context);

    /// <summary>Three inside. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ThreeInside(Argument? context = null) => Call("threeinside", context);

    /// <summary>Three line strike. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ThreeLineStrike(Argument? context = null) => Call("threelinestrike", context);

    /// <summary>Three outside. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ThreeOutside(Argument? context = null) => Call("threeoutside", context);

    /// <summary>Three white soldiers. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ThreeWhiteSoldiers(Argument? context = null) => Call("threewhitesoldiers", context);

    /// <summary>Tweezers. Above 0 when bullish, below 0 when bearish.</summary>
    /// <param name="context">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Tweezers(Argument? context = null) => Call("tweezers", context);
}
