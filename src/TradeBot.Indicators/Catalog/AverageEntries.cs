using TradeBot.Indicators.Averages;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.CandleFields;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The averages of the catalog.</summary>
internal static class AverageEntries
{
    private static readonly IndicatorOutput[] Average = [Price("average", "in the unit of the values")];

    public static IReadOnlyList<IndicatorDefinition> All { get; } = [.. Windowed, .. Exponential, .. Adaptive, .. OfCandles];

    private static IEnumerable<IndicatorDefinition> Windowed =>
    [
        new("SMA", "Simple moving average", OnValues(a => new Sma(a.Int(0)), (x, a, o) => Sma.Compute(x, a.Int(0), o[0].Span)))
        {
            Aliases = ["MA", "Mean"],
            Parameters = [Period(20)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "The arithmetic mean of a sliding window.",
        },
        new("WMA", "Weighted moving average", OnValues(a => new Wma(a.Int(0))))
        {
            Aliases = ["LWMA"],
            Parameters = [Period(20)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "Linearly falling weights over a sliding window.",
        },
        new("HMA", "Hull moving average", OnValues(a => new Hma(a.Int(0))))
        {
            Aliases = ["Hull"],
            Parameters = [Period(20, min: 2)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "A. Hull, Active Investing, 2005.",
        },
        new("TRIMA", "Triangular moving average", OnValues(a => new Trima(a.Int(0))))
        {
            Aliases = ["TMA"],
            Parameters = [Period(20)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "A mean of means over half the window.",
        },
        new("LSMA", "Least-squares moving average", OnValues(a => new Lsma(a.Int(0))))
        {
            Aliases = ["LinearRegressionEnd"],
            Parameters = [Period(14, min: 2)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "The end of the straight line fitted to a sliding window by least squares.",
        },
        new("ALMA", "Arnaud Legoux moving average", OnValues(a => new Alma(a.Int(0), a[1], a[2])))
        {
            Parameters = [Period(9), Number("offset", 0.85, 0, 1), Number("sigma", 6, 0.1, 100, searchMin: 2, searchMax: 12)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "A. Legoux and D. Kouzis-Loukas, 2009.",
            Notes = "The peak is at offset·(n − 1), not rounded down.",
        },
        new("SINWMA", "Sine-weighted moving average", OnValues(a => new SineWma(a.Int(0))))
        {
            Aliases = ["SWMA", "SineWMA"],
            Parameters = [Period(14)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "P. Kaufman, Trading Systems and Methods, 2013.",
        },
        new("MIDPOINT", "Middle of the range of values", OnValues(a => new Midpoint(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = Average,
            Unknown = NanPolicy.Clears,
            Source = "Half way between the extremes of a sliding window.",
        },
    ];

    private static IEnumerable<IndicatorDefinition> Exponential =>
    [
        new("EMA", "Exponential moving average", OnValues(a => new Ema(a.Int(0)), (x, a, o) => Ema.Compute(x, a.Int(0), o[0].Span)))
        {
            Parameters = [Period(20)],
            Outputs = Average,
            Source = "P. N. Haurlan, Measuring Trend Values, 1968.",
            Notes = "Starts from the mean of the first n values, as TA-Lib does; Tulip starts from the first value.",
        },
        new(
            "SMMA", "Wilder's smoothed moving average",
            OnValues(a => new WilderAverage(a.Int(0)), (x, a, o) => WilderAverage.Compute(x, a.Int(0), o[0].Span)))
        {
            Aliases = ["Wilder", "RMA"],
            Parameters = [Period(14)],
            Outputs = Average,
            Source = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.",
        },
        new("DEMA", "Double exponential moving average", OnValues(a => new Dema(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = Average,
            Source = "P. Mulloy, Stocks & Commodities 12(1), 1994.",
            Notes = "Each average starts from the mean of its first n inputs, as in TA-Lib; Tulip starts from the first value.",
        },
        new("TEMA", "Triple exponential moving average", OnValues(a => new Tema(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = Average,
            Source = "P. Mulloy, Stocks & Commodities 12(1), 1994.",
            Notes = "Each average starts from the mean of its first n inputs, as in TA-Lib; Tulip starts from the first value.",
        },
        new("T3", "Tillson's T3", OnValues(a => new T3(a.Int(0), a[1])))
        {
            Parameters = [Period(5), Number("factor", 0.7, 0, 1)],
            Outputs = Average,
            Source = "T. Tillson, Stocks & Commodities 16(1), 1998.",
        },
        new("ZLEMA", "Zero-lag exponential moving average", OnValues(a => new Zlema(a.Int(0))))
        {
            Parameters = [Period(20, min: 3)],
            Outputs = Average,
            Source = "J. Ehlers and R. Way, Stocks & Commodities 28(12), 2010.",
            Notes = "Starts from the mean of the first n values whose lag is known; Tulip starts from one value.",
        },
        new("SSF", "Super smoother", OnValues(a => new SuperSmoother(a.Int(0))))
        {
            Aliases = ["SuperSmoother"],
            Parameters = [Period(10, min: 2)],
            Outputs = Average,
            Source = "J. Ehlers, Cycle Analytics for Traders, 2013.",
        },
        new("LAGUERRE", "Laguerre filter", OnValues(a => new LaguerreFilter(a[0])))
        {
            Parameters = [Number("gamma", 0.8, 0, 0.99, searchMin: 0.2, searchMax: 0.95)],
            Outputs = Average,
            Source = "J. Ehlers, Time Warp — Without Space Travel, 2002.",
        },
    ];

    private static IEnumerable<IndicatorDefinition> Adaptive =>
    [
        new("KAMA", "Kaufman's adaptive moving average", OnValues(a => new Kama(a.Int(0), a.Int(1), a.Int(2))))
        {
            Parameters = [Period(10), Int("fast", 2, searchMax: 10), Int("slow", 30, min: 2, searchMin: 15, searchMax: 100)],
            Constraints = [new("fast < slow", a => a[1] < a[2])],
            Outputs = Average,
            Source = "P. Kaufman, Smarter Trading, 1995.",
        },
        new("VIDYA", "Variable index dynamic average", OnValues(a => new Vidya(a.Int(0), a.Int(1))))
        {
            Parameters = [Period(14), Int("momentum", 9, searchMax: 50)],
            Outputs = Average,
            Source = "T. Chande and S. Kroll, The New Technical Trader, 1994.",
            Notes = "Scaled by Chande's momentum; Tulip has the form of 1992, scaled by a ratio of standard deviations.",
        },
        new("MCGINLEY", "McGinley's dynamic", OnValues(a => new McGinley(a.Int(0))))
        {
            Aliases = ["MD", "Dynamic"],
            Parameters = [Period(14)],
            Outputs = [Price("average", "in the unit of the values") with { Shift = ShiftLaw.None }],
            Source = "J. McGinley, Journal of Technical Analysis, 1991; the factor 0.6 after Kaufman, 2013.",
            Notes = "Starts from the mean of the first n values, and never steps past the value; other forms do when it falls far.",
        },
        new("MAMA", "MESA adaptive moving average", OnValues<Mama, Mama.Lines>(a => new Mama(a[0], a[1])))
        {
            Parameters = [Number("fastlimit", 0.5, 0.01, 1, searchMin: 0.2), Number("slowlimit", 0.05, 0.01, 1, searchMax: 0.19)],
            Constraints = [new("slowlimit <= fastlimit", a => a[1] <= a[0])],
            Outputs = [Price("mama", "the adaptive average"), Price("fama", "the average that follows it with half its weight")],
            Source = "J. Ehlers, MESA Adaptive Moving Averages, Stocks & Commodities 19(9), 2001.",
            Notes = "Prices before the first are taken to have been equal to it.",
        },
    ];

    private static IEnumerable<IndicatorDefinition> OfCandles =>
    [
        new("VWMA", "Volume-weighted moving average", OnCandles(Close | CandleFields.Volume, a => new Vwma(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = [Price("average", "in the unit of prices") with { UndefinedWhen = "no volume is in the window" }],
            Unknown = NanPolicy.Clears,
            Source = "The mean close of a sliding window, weighed by volume.",
        },
        new("FRAMA", "Fractal adaptive moving average", OnCandles(CandleFields.Range, a => new Frama(a.Int(0))))
        {
            Parameters = [Period(16, min: 2)],
            Constraints = [new("period is even", a => a.Int(0) % 2 == 0)],
            Outputs = [Price("average", "in the unit of prices")],
            Source = "J. Ehlers, Stocks & Commodities 23(10), 2005.",
        },
        new("MIDPRICE", "Middle of the range of candles", OnCandles(CandleFields.Range, a => new MidPrice(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = [Price("average", "in the unit of prices")],
            Unknown = NanPolicy.Clears,
            Source = "Half way between the highest high and the lowest low of a sliding window.",
        },
        OfOneCandle("TYPPRICE", "Typical price", "HLC3", OnCandles(RangeAndClose, _ => default(TypicalPrice)), "(high + low + close) / 3."),
        OfOneCandle("WCLPRICE", "Weighted close", "HLCC4", OnCandles(RangeAndClose, _ => default(WeightedClose)), "(high + low + 2·close) / 4."),
        OfOneCandle("AVGPRICE", "Average price", "OHLC4", OnCandles(Prices, _ => default(AveragePrice)), "(open + high + low + close) / 4."),
        OfOneCandle("MEDPRICE", "Median price", "HL2", OnCandles(CandleFields.Range, _ => default(MedianPrice)), "(high + low) / 2."),
    ];

    private static IndicatorDefinition OfOneCandle(string name, string title, string alias, Arithmetic arithmetic, string formula) =>
        new(name, title, arithmetic)
        {
            Aliases = [alias],
            Outputs = [Price("price", "in the unit of prices")],
            Unknown = NanPolicy.Clears,
            Source = formula,
        };
}
