using TradeBot.Indicators.Volatility;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.CandleFields;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The volatility indicators of the catalog.</summary>
internal static class VolatilityEntries
{
    private const string Bollinger = "J. Bollinger, Bollinger on Bollinger Bands, 2001.";
    private const string PerCandle = "a fraction per candle";
    private const string NoPrice = "a price is not positive";

    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new("TR", "True range", OnCandles(RangeAndClose, _ => new TrueRange()))
        {
            Aliases = ["TrueRange", "TRange"],
            Outputs = [Distance("range", "in the unit of prices", min: 0)],
            Unknown = NanPolicy.Clears,
            Source = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.",
        },
        new(
            "ATR", "Average true range",
            OnCandles(RangeAndClose, a => new Atr(a.Int(0)), (c, a, o) => Atr.Compute(c, a.Int(0), o[0].Span)))
        {
            Parameters = [Period(14)],
            Outputs = [Distance("atr", "in the unit of prices", min: 0)],
            Source = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.",
        },
        new("NATR", "Normalized average true range", OnCandles(RangeAndClose, a => new Natr(a.Int(0))))
        {
            Aliases = ["ATRP"],
            Parameters = [Period(14)],
            Outputs = [Ratio("natr", "in percent of the close", 0) with { UndefinedWhen = "the close is 0" }],
            Source = "J. Forman, Technical Analysis of Stocks and Commodities 24:5, 2006.",
        },
        new(
            "BB", "Bollinger bands",
            OnValues<BollingerBands, BollingerBands.Band>(
                a => new BollingerBands(a.Int(0), a[1]),
                (x, a, o) => BollingerBands.Compute(x, a.Int(0), a[1], o[0].Span, o[1].Span, o[2].Span)))
        {
            Aliases = ["BBands", "Bollinger", "BollingerBands"],
            Parameters = [Period(20), Deviations],
            Outputs =
            [
                Price("lower", "mean minus the width"),
                Price("middle", "mean of the window"),
                Price("upper", "mean plus the width"),
            ],
            Unknown = NanPolicy.Clears,
            Source = Bollinger,
        },
        new("PERCENTB", "Bollinger %B", OnValues(a => new BollingerPercentB(a.Int(0), a[1])))
        {
            Aliases = ["BBPercent", "%B"],
            Parameters = [Period(20, min: 2), Deviations],
            Outputs = [Oscillator("b", "0 at the lower band, 1 at the upper") with { UndefinedWhen = "the bands have no width" }],
            Unknown = NanPolicy.Clears,
            Source = Bollinger,
        },
        new("BBWIDTH", "Bollinger bandwidth", OnValues(a => new BollingerBandwidth(a.Int(0), a[1])))
        {
            Aliases = ["Bandwidth"],
            Parameters = [Period(20), Deviations],
            Outputs = [Ratio("width", "distance of the bands as a fraction of their middle") with { UndefinedWhen = "the middle is 0" }],
            Unknown = NanPolicy.Clears,
            Source = Bollinger,
        },
        new("KELTNER", "Keltner channel", OnCandles<KeltnerChannel, Channel>(RangeAndClose, a => new KeltnerChannel(a.Int(0), a[1], a.Int(2))))
        {
            Aliases = ["KC"],
            Parameters = [Period(20), Multiple(2), Int("range", 10)],
            Outputs = Lines("exponential average of the close", "average true range"),
            Source = "C. Keltner, How to Make Money in Commodities, 1960, in the form of L. Raschke.",
        },
        new("DONCHIAN", "Donchian channel", OnCandles<DonchianChannel, Channel>(High | Low, a => new DonchianChannel(a.Int(0))))
        {
            Aliases = ["DC"],
            Parameters = [Period(20)],
            Outputs =
            [
                Price("lower", "lowest low, this candle's included"),
                Price("middle", "half-way between"),
                Price("upper", "highest high, this candle's included"),
            ],
            Unknown = NanPolicy.Clears,
            Source = "R. Donchian, as described by TradingView.",
            Notes = "Skender's library leaves out this candle: its lines are ours one candle later.",
        },
        new("STARC", "Stoller average range channel", OnCandles<StarcBands, Channel>(RangeAndClose, a => new StarcBands(a.Int(0), a[1], a.Int(2))))
        {
            Parameters = [Period(6), Multiple(2), Int("range", 15)],
            Outputs = Lines("simple average of the close", "average true range"),
            Source = "M. Stoller, as described by StockCharts.",
        },
        new("ACCBANDS", "Acceleration bands", OnCandles<AccelerationBands, Channel>(RangeAndClose, a => new AccelerationBands(a.Int(0), a[1])))
        {
            Parameters = [Period(20), Number("factor", 4, 0.01, 100, 1, 8)],
            Outputs =
            [
                Ratio("lower", "average of lows moved down by their candle's range") with { PriceDegree = 1 },
                Price("middle", "average of the close"),
                Ratio("upper", "average of highs moved up by their candle's range") with { PriceDegree = 1 },
            ],
            Unknown = NanPolicy.Clears,
            Source = "P. Headley, Big Trends in Trading, 2002.",
        },
        new("CHANDELIER", "Chandelier exit", OnCandles<ChandelierExit, ChandelierExit.Lines>(RangeAndClose, a => new ChandelierExit(a.Int(0), a[1])))
        {
            Parameters = [Period(22), Multiple(3)],
            Outputs = [Price("long", "below the highest high"), Price("short", "above the lowest low")],
            Source = "C. Le Beau; A. Elder, Come into My Trading Room, 2002.",
        },
        new("ULCER", "Ulcer index", OnValues(a => new UlcerIndex(a.Int(0))))
        {
            Aliases = ["UI"],
            Parameters = [Period(14)],
            Outputs = [Ratio("ulcer", "root of the mean squared fall from the highest so far, in percent", 0)],
            Unknown = NanPolicy.Clears,
            Source = "P. Martin, B. McCann, The Investor's Guide to Fidelity Funds, 1989.",
            Notes = "Falls are from the highest of the window so far, as in Skender's library; Martin's own window reaches twice as far.",
        },
        new("EWMAVOL", "RiskMetrics volatility", OnValues(a => new EwmaVolatility(a[0])))
        {
            Aliases = ["RiskMetrics"],
            Parameters = [Number("decay", 0.94, 0.0001, 0.9999, 0.8, 0.99)],
            Outputs = [Volatility()],
            Source = "J. P. Morgan/Reuters, RiskMetrics Technical Document, 1996.",
        },
        new("HV", "Historical volatility", OnValues(a => new HistoricalVolatility(a.Int(0), a[1])))
        {
            Aliases = ["HistoricalVolatility", "RealizedVolatility"],
            Parameters = [Period(20, min: 2), Number("periodsperyear", 365, 1, 1e8, 365, 366)],
            Outputs = [Ratio("volatility", "a fraction per year", 0) with { UndefinedWhen = NoPrice }],
            Unknown = NanPolicy.Clears,
            Source = "J. Hull, Options, Futures and Other Derivatives.",
            Notes = "Log returns, dividing by n − 1; Tulip takes simple returns, divides by n and assumes 252 periods per year.",
        },
        new("PARKINSON", "Parkinson volatility", OnCandles(High | Low, a => new Parkinson(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = [Volatility()],
            Unknown = NanPolicy.Clears,
            Source = "M. Parkinson, Journal of Business 53(1), 1980.",
        },
        new("GARMANKLASS", "Garman-Klass volatility", OnCandles(Prices, a => new GarmanKlass(a.Int(0))))
        {
            Aliases = ["GK"],
            Parameters = [Period(20)],
            Outputs = [Volatility()],
            Unknown = NanPolicy.Clears,
            Source = "M. Garman, M. Klass, Journal of Business 53(1), 1980.",
        },
        new("ROGERSSATCHELL", "Rogers-Satchell volatility", OnCandles(Prices, a => new RogersSatchell(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = [Volatility()],
            Unknown = NanPolicy.Clears,
            Source = "L. C. G. Rogers, S. E. Satchell, Annals of Applied Probability 1(4), 1991.",
        },
        new("YANGZHANG", "Yang-Zhang volatility", OnCandles(Prices, a => new YangZhang(a.Int(0))))
        {
            Aliases = ["YZ"],
            Parameters = [Period(20, min: 2)],
            Outputs = [Volatility()],
            Unknown = NanPolicy.Clears,
            Source = "D. Yang, Q. Zhang, Journal of Business 73(3), 2000.",
        },
        new("RELVOLATILITY", "Relative volatility index", OnValues(a => new RelativeVolatilityIndex(a.Int(0), a.Int(1))))
        {
            Aliases = ["RelativeVolatilityIndex"],
            Parameters = [Int("deviation", 10, min: 2), Period(14)],
            Outputs = [Oscillator("index", "share of the deviation that came with rising values; 50 where there was none", 0, 100)],
            Source = "D. Dorsey, Technical Analysis of Stocks and Commodities 11:6, 1993.",
        },
        new("CHAIKINVOL", "Chaikin volatility", OnCandles(High | Low, a => new ChaikinVolatility(a.Int(0), a.Int(1))))
        {
            Aliases = ["CVI"],
            Parameters = [Int("smoothing", 10), Int("change", 10)],
            Outputs = [Oscillator("growth", "growth of the smoothed range in percent", -100) with { UndefinedWhen = "the earlier range is 0" }],
            Source = "M. Chaikin; S. Achelis, Technical Analysis from A to Z, 1995.",
            Notes = "The average starts from the mean of its first values; Tulip starts from the first value.",
        },
        new("SQUEEZE", "Bollinger bands inside the Keltner channel", OnCandles(RangeAndClose, a => new Squeeze(a.Int(0), a[1], a[2])))
        {
            Parameters = [Period(20), Deviations, Number("ranges", 1.5, 0.01, 100, 0.5, 3)],
            Outputs = [Oscillator("on", "1 while squeezed, else 0", 0, 1)],
            Unknown = NanPolicy.Clears,
            Source = "J. Carter, Mastering the Trade, 2005.",
        },
    ];

    private static IndicatorParameter Deviations => Number("deviations", 2, 0.01, 100, searchMin: 1, searchMax: 4);

    private static IndicatorParameter Multiple(double @default) => Number("multiple", @default, 0.01, 100, 0.5, 6);

    private static IndicatorOutput Volatility() => Ratio("volatility", PerCandle, 0) with { UndefinedWhen = NoPrice };

    private static IndicatorOutput[] Lines(string middle, string width) =>
        [Price("lower", $"middle less a multiple of the {width}"), Price("middle", middle), Price("upper", $"middle plus a multiple of the {width}")];
}
