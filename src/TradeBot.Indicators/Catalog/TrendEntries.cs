using TradeBot.Indicators.Trend;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.CandleFields;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The trend indicators of the catalog.</summary>
internal static class TrendEntries
{
    private const string Wilder = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.";
    private const string StartOfTalib =
        "Averages start from the mean of the first n movements; TA-Lib and Tulip start from the sum of the first n − 1, and converge to the same.";
    private const string WholeDay = "no whole UTC day was seen before this one";

    private static readonly IndicatorOutput Direction = Oscillator("direction", "1 while rising, −1 while falling", -1, 1);

    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(
            "DMI", "Directional movement index",
            OnCandles<DirectionalIndex, DirectionalIndex.Lines>(RangeAndClose, a => new DirectionalIndex(a.Int(0))))
        {
            Aliases = ["DI", "DX"],
            Parameters = [Period(14)],
            Outputs =
            [
                Oscillator("plus", "+DI, upward movement in percent of the true range", 0, 100),
                Oscillator("minus", "−DI, downward movement in percent of the true range", 0, 100),
                Oscillator("dx", "their distance in percent of their sum; 0 where nothing moved", 0, 100),
            ],
            Source = Wilder,
            Notes = StartOfTalib,
        },
        new("ADX", "Average directional index", OnCandles(RangeAndClose, a => new Adx(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = [Oscillator("adx", "strength of a trend in either direction", 0, 100)],
            Source = Wilder,
            Notes = StartOfTalib,
        },
        new("ADXR", "Average directional index rating", OnCandles(RangeAndClose, a => new Adxr(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = [Oscillator("adxr", "mean of ADX now and n − 1 candles ago", 0, 100)],
            Source = Wilder,
            Notes = "The distance of n − 1 is that of TA-Lib; Skender's library takes n. " + StartOfTalib,
        },
        new("AROON", "Aroon", OnCandles<Aroon, Aroon.Lines>(High | Low, a => new Aroon(a.Int(0))))
        {
            Parameters = [Period(25)],
            Outputs =
            [
                Oscillator("up", "100 when the highest high is this candle's, 0 when it is n candles old", 0, 100),
                Oscillator("down", "100 when the lowest low is this candle's, 0 when it is n candles old", 0, 100),
                Oscillator("oscillator", "up less down", -100, 100),
            ],
            Unknown = NanPolicy.Clears,
            Source = "T. Chande, Technical Analysis of Stocks and Commodities 13:9, 1995.",
        },
        new(
            "ICHIMOKU", "Ichimoku Kinko Hyo",
            OnCandles<Ichimoku, Ichimoku.Lines>(RangeAndClose, a => new Ichimoku(a.Int(0), a.Int(1), a.Int(2), a.Int(3))))
        {
            Parameters = [Int("tenkan", 9), Int("kijun", 26), Int("senkou", 52), Int("displacement", 26, min: 0, searchMax: 60)],
            Outputs =
            [
                Price("conversion", "middle of the short window's range"),
                Price("base", "middle of the base window's range"),
                Price("leading a", "cloud at this candle: mean of conversion and base, displacement candles ago"),
                Price("leading b", "cloud at this candle: middle of the long window's range, displacement candles ago"),
                Price("lagging", "this candle's close, which a chart draws displacement candles back"),
            ],
            Unknown = NanPolicy.Clears,
            Source = "G. Hosoda, 1969; N. Elliott, Ichimoku Charts, 2007.",
            Notes = "Nothing looks ahead: the cloud is the one at this candle, and the lagging line is not compared with later prices.",
        },
        new("PSAR", "Parabolic stop and reverse", OnCandles<ParabolicSar, ParabolicSar.Lines>(High | Low, a => new ParabolicSar(a[0], a[1])))
        {
            Aliases = ["SAR", "ParabolicSar"],
            Parameters = [Number("step", 0.02, 0.0001, 1, 0.005, 0.1), Number("limit", 0.2, 0.0001, 1, 0.1, 0.5)],
            Constraints = [new("step ≤ limit", a => a[0] <= a[1])],
            Outputs = [Price("stop", "below the price while rising, above it while falling"), Direction],
            Source = Wilder,
            Notes = "A price that equals the stop touches it, as in TA-Lib; Skender's library waits until the price is beyond the stop. The stop after a reversal is the extreme of the leg that ended, as there, and the first leg is a guess, which Skender's library leaves out.",
        },
        new(
            "SUPERTREND", "Supertrend",
            OnCandles<Supertrend, Supertrend.Lines>(RangeAndClose, a => new Supertrend(a.Int(0), a[1])))
        {
            Parameters = [Period(10), Number("multiple", 3, 0.01, 100, 1, 6)],
            Outputs = [Price("stop", "below the price while rising, above it while falling"), Direction],
            Source = "O. Seban; the recursion is that of Skender's library.",
            Notes = "A close that equals a band does not rise above it, as in Skender's library: it ends a rise and does not end a fall.",
        },
        new("VORTEX", "Vortex indicator", OnCandles<Vortex, Vortex.Lines>(RangeAndClose, a => new Vortex(a.Int(0))))
        {
            Aliases = ["VI"],
            Parameters = [Period(14)],
            Outputs =
            [
                Oscillator("plus", "VI+, upward movement per true range", 0) with { UndefinedWhen = "the window has no range" },
                Oscillator("minus", "VI−, downward movement per true range", 0) with { UndefinedWhen = "the window has no range" },
            ],
            Unknown = NanPolicy.Clears,
            Source = "E. Botes, D. Siepman, Technical Analysis of Stocks and Commodities 28:1, 2010.",
        },
        new("CHOP", "Choppiness index", OnCandles(RangeAndClose, a => new Choppiness(a.Int(0))))
        {
            Aliases = ["Choppiness"],
            Parameters = [Period(14, min: 2)],
            Outputs =
            [
                Oscillator("choppiness", "the way that the price went over the range it covered, 100 when it got nowhere", 0)
                    with { UndefinedWhen = "the window has no range" },
            ],
            Unknown = NanPolicy.Clears,
            Source = "E. W. Dreiss, as described by TradingView.",
            Notes = "A gap before the window adds to the way but not to the range, and can lift the value past 100.",
        },
        new(
            "LINREG", "Linear regression",
            OnValues<LinearRegression, LinearRegression.Line>(a => new LinearRegression(a.Int(0))))
        {
            Aliases = ["LinearRegression", "Slope", "TSF"],
            Parameters = [Period(14, min: 2)],
            Outputs =
            [
                Price("end", "height of the line at the newest value"),
                Distance("slope", "rise of the line per value"),
                Price("intercept", "height of the line at the oldest value of the window"),
                Oscillator("fit", "R², the share of variance that the line explains", 0, 1) with { UndefinedWhen = "the window is flat" },
                Price("forecast", "height of the line one value ahead"),
            ],
            Unknown = NanPolicy.Clears,
            Source = "TA-Lib, LINEARREG, LINEARREG_SLOPE, LINEARREG_INTERCEPT, TSF.",
            Notes = "Tulip puts the intercept one step before the window; Skender's library counts from the start of the series.",
        },
        new("MASS", "Mass index", OnCandles(High | Low, a => new MassIndex(a.Int(0), a.Int(1))))
        {
            Parameters = [Int("smoothing", 9), Int("sum", 25)],
            Outputs = [Oscillator("mass", "sum of the ratios of the smoothed range to its twice smoothed self", 0)],
            Source = "D. Dorsey, Technical Analysis of Stocks and Commodities 10:6, 1992.",
            Notes = "Averages start from the mean of their first values; Tulip starts from the first value.",
        },
        new("RWI", "Random walk index", OnCandles<RandomWalkIndex, RandomWalkIndex.Lines>(RangeAndClose, a => new RandomWalkIndex(a.Int(0))))
        {
            Parameters = [Period(9)],
            Outputs =
            [
                Oscillator("high", "the rise from an earlier low, in steps of a random walk"),
                Oscillator("low", "the fall from an earlier high, in steps of a random walk"),
            ],
            Unknown = NanPolicy.Clears,
            Source = "M. Poulos, Technical Analysis of Stocks and Commodities 9:2, 1991.",
        },
        new("VHF", "Vertical horizontal filter", OnValues(a => new VerticalHorizontalFilter(a.Int(0))))
        {
            Parameters = [Period(28)],
            Outputs = [Oscillator("filter", "range over the way through it; 0 where nothing moved", 0, 1)],
            Unknown = NanPolicy.Clears,
            Source = "A. White, Futures, 1991.",
        },
        new("ALLIGATOR", "Alligator", OnCandles<Alligator, Alligator.Lines>(High | Low, _ => new Alligator()))
        {
            Outputs = [Price("jaw", "the slow line, as drawn here"), Price("teeth", "the middle line"), Price("lips", "the fast line")],
            Source = "B. Williams, New Trading Dimensions, 1998.",
        },
        new("GATOR", "Gator oscillator", OnCandles<Gator, Gator.Lines>(High | Low, _ => new Gator()))
        {
            Outputs =
            [
                Distance("upper", "distance of jaw and teeth", 0),
                Distance("lower", "distance of teeth and lips, below zero") with { Max = 0 },
            ],
            Source = "B. Williams, New Trading Dimensions, 1998.",
        },
        new(
            "CKSTOP", "Chande Kroll stop",
            OnCandles<ChandeKrollStop, ChandeKrollStop.Lines>(RangeAndClose, a => new ChandeKrollStop(a.Int(0), a[1], a.Int(2))))
        {
            Aliases = ["ChandeKrollStop"],
            Parameters = [Period(10), Number("multiple", 1, 0.01, 100, 0.5, 4), Int("hold", 9)],
            Outputs = [Price("long", "protects a long position"), Price("short", "protects a short position")],
            Source = "T. Chande, S. Kroll, The New Technical Trader, 1994.",
        },
        new("HEIKINASHI", "Heikin-Ashi candles", OnCandles<HeikinAshi, HeikinAshi.Bar>(Prices, _ => new HeikinAshi()))
        {
            Outputs =
            [
                Price("open", "middle of the averaged body before"),
                Price("high", "highest of high, open and close"),
                Price("low", "lowest of low, open and close"),
                Price("close", "mean of the four prices"),
                Oscillator("direction", "1 where the averaged candle rises, −1 where it falls, 0 where it does neither", -1, 1),
            ],
            Source = "D. Valcu, Technical Analysis of Stocks and Commodities 22:2, 2004.",
        },
        new("FRACTALS", "Williams fractals, when confirmed", OnCandles<Fractals, Fractals.Lines>(High | Low, a => new Fractals(a.Int(0))))
        {
            Parameters = [Int("wing", 2, searchMin: 1, searchMax: 10)],
            Outputs =
            [
                Oscillator("high", "1 where the candle one wing ago is certain to be a fractal high", 0, 1),
                Oscillator("low", "1 where the candle one wing ago is certain to be a fractal low", 0, 1),
            ],
            Unknown = NanPolicy.Clears,
            Source = "B. Williams, Trading Chaos, 1995.",
        },
        new("ZIGZAG", "ZigZag, with its unconfirmed end", OnCandles<ZigZag, ZigZag.Lines>(Prices, a => new ZigZag(a[0])))
        {
            Parameters = [Threshold],
            Outputs =
            [
                Ratio("extreme", "how far the present leg reached, in price units") with { PriceDegree = 1 },
                Ratio("direction", "1 on a rising leg, −1 on a falling one, 0 before the first", -1, 1),
            ],
            Repaints = true,
            Source = "R. W. Schabacker's swings, in the percentage form of MetaStock.",
        },
        new("CZIGZAG", "ZigZag, confirmed turning points only", OnCandles<ConfirmedZigZag, ConfirmedZigZag.Lines>(Prices, a => new ConfirmedZigZag(a[0])))
        {
            Aliases = ["ConfirmedZigZag"],
            Parameters = [Threshold],
            Outputs =
            [
                Ratio("pivot", "price of the last confirmed turning point") with { PriceDegree = 1 },
                Ratio("direction", "1 after a low, −1 after a high, 0 before the first", -1, 1),
            ],
            Source = "R. W. Schabacker's swings, in the percentage form of MetaStock.",
        },
        Pivots("PIVOTS", "Floor pivot points", PivotFormula.Floor),
        Pivots("WOODIE", "Woodie's pivot points", PivotFormula.Woodie),
        Pivots("FIBPIVOTS", "Fibonacci pivot points", PivotFormula.Fibonacci),
        new("CAMARILLA", "Camarilla pivot points", OnCandles<CamarillaPivots, CamarillaPivots.Levels>(Prices | OpenTime, _ => new CamarillaPivots()))
        {
            Outputs =
            [
                Level("s4"), Level("s3"), Level("s2"), Level("s1"), Level("pivot"), Level("r1"), Level("r2"), Level("r3"), Level("r4"),
            ],
            Unknown = NanPolicy.Clears,
            Source = "N. Scott, 1989, as described by TradingView.",
            Notes = "Days are UTC days; a first day that is not seen from 00:00 does not count.",
        },
    ];

    private static IndicatorParameter Threshold => Number("threshold", 0.05, 0.0001, 0.9, 0.002, 0.02);

    private static IndicatorDefinition Pivots(string name, string title, PivotFormula formula) =>
        new(name, title, OnCandles<PivotPoints, PivotPoints.Levels>(Prices | OpenTime, _ => new PivotPoints(formula)))
        {
            Outputs = [Level("s3"), Level("s2"), Level("s1"), Level("pivot"), Level("r1"), Level("r2"), Level("r3")],
            Unknown = NanPolicy.Clears,
            Source = "J. L. Person, A Complete Guide to Technical Trading Tactics, 2004.",
            Notes = "Days are UTC days; a first day that is not seen from 00:00 does not count.",
        };

    private static IndicatorOutput Level(string name) =>
        Price(name, "level of the UTC day, from the prices of the day before") with { UndefinedWhen = WholeDay };
}
