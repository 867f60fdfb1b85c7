using TradeBot.Indicators.Volume;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.CandleFields;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The volume indicators of the catalog.</summary>
internal static class VolumeEntries
{
    private const string Achelis = "S. Achelis, Technical Analysis from A to Z, 1995.";
    private const string NoTrade = "nothing was traded in the window";
    private const string StartOfOthers = "Averages start from the mean of their first values; TA-Lib and Tulip start from the first value, and converge to the same.";

    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new("OBV", "On-balance volume", OnCandles(Close | CandleFields.Volume, _ => new Obv()))
        {
            Outputs = [Oscillator("balance", "volume of rising less that of falling candles, from the first candle") with { VolumeDegree = 1 }],
            Source = "J. Granville, New Key to Stock Market Profits, 1963.",
        },
        new("AD", "Accumulation/distribution line", OnCandles(RangeAndClose | CandleFields.Volume, _ => new AccumulationDistribution()))
        {
            Aliases = ["ADL"],
            Outputs = [Oscillator("line", "sum of volumes weighted by the place of the close in its candle") with { VolumeDegree = 1 }],
            Source = "M. Chaikin; " + Achelis,
        },
        new("ADOSC", "Chaikin oscillator", OnCandles(RangeAndClose | CandleFields.Volume, a => new ChaikinOscillator(a.Int(0), a.Int(1))))
        {
            Aliases = ["ChaikinOscillator"],
            Parameters = [Int("fast", 3), Int("slow", 10)],
            Outputs = [Oscillator("oscillator", "fast less slow average of the accumulation/distribution line") with { VolumeDegree = 1 }],
            Source = "M. Chaikin; " + Achelis,
            Notes = StartOfOthers,
        },
        new("CMF", "Chaikin money flow", OnCandles(RangeAndClose | CandleFields.Volume, a => new ChaikinMoneyFlow(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = [Oscillator("flow", "share of the volume bought less the share sold", -1, 1) with { UndefinedWhen = NoTrade }],
            Unknown = NanPolicy.Clears,
            Source = "M. Chaikin, as described by StockCharts.",
        },
        new("VWAP", "Volume-weighted average price of the UTC day", OnCandles<SessionVwap, VwapLines>(RangeAndClose | CandleFields.Volume | OpenTime, _ => new SessionVwap()))
        {
            Aliases = ["SessionVwap"],
            Outputs = Vwap("nothing was traded in the day so far"),
            Unknown = NanPolicy.Clears,
            Source = "S. Berkowitz, D. Logue, E. Noser, Journal of Finance 43(1), 1988.",
        },
        new(
            "AVWAP", "Volume-weighted average price since a moment",
            OnCandles<AnchoredVwap, VwapLines>(
                RangeAndClose | CandleFields.Volume | OpenTime, a => new AnchoredVwap(DateTime.UnixEpoch.AddDays(a[0]))))
        {
            Aliases = ["AnchoredVwap"],
            Parameters = [Number("anchor", 0, 0, 100_000, 0, 1)],
            Outputs = Vwap("nothing was traded since the anchor"),
            Source = "B. Shannon, Maximum Trading Gains with Anchored VWAP, 2023.",
            Notes = "The anchor is in days since 1970-01-01 UTC, and may have a fraction; 0 counts from the first candle.",
        },
        new("RVWAP", "Rolling volume-weighted average price", OnCandles(RangeAndClose | CandleFields.Volume, a => new RollingVwap(a.Int(0))))
        {
            Aliases = ["RollingVwap"],
            Parameters = [Period(20)],
            Outputs = [Price("vwap", "mean of the typical prices, weighted by volume") with { UndefinedWhen = NoTrade }],
            Unknown = NanPolicy.Clears,
            Source = "S. Berkowitz, D. Logue, E. Noser, Journal of Finance 43(1), 1988, over a sliding window.",
        },
        new("FORCE", "Force index", OnCandles(Close | CandleFields.Volume, a => new ForceIndex(a.Int(0))))
        {
            Aliases = ["EFI"],
            Parameters = [Period(13)],
            Outputs = [Distance("force", "smoothed change of the close times volume") with { VolumeDegree = 1 }],
            Source = "A. Elder, Trading for a Living, 1993.",
        },
        new("EOM", "Ease of movement", OnCandles(High | Low | CandleFields.Volume, a => new EaseOfMovement(a.Int(0), a[1])))
        {
            Aliases = ["EMV"],
            Parameters = [Period(14), Number("scale", 10_000, 1e-6, 1e12, 1, 1e8)],
            Outputs = [Distance("ease", "smoothed move times range per volume") with { PriceDegree = 2, VolumeDegree = -1 }],
            Unknown = NanPolicy.Clears,
            Source = "R. Arms; " + Achelis,
        },
        new("PVT", "Price volume trend", OnCandles(Close | CandleFields.Volume, _ => new PriceVolumeTrend()))
        {
            Outputs = [Ratio("trend", "sum of volumes weighted by returns") with { VolumeDegree = 1 }],
            Source = Achelis,
        },
        new("NVI", "Negative volume index", OnCandles(Close | CandleFields.Volume, _ => new NegativeVolumeIndex()))
        {
            Outputs = [Ratio("index", "1,000 compounded with the returns of candles with falling volume")],
            Source = "P. Dysart; N. Fosback, Stock Market Logic, 1976.",
        },
        new("PVI", "Positive volume index", OnCandles(Close | CandleFields.Volume, _ => new PositiveVolumeIndex()))
        {
            Outputs = [Ratio("index", "1,000 compounded with the returns of candles with rising volume")],
            Source = "P. Dysart; N. Fosback, Stock Market Logic, 1976.",
        },
        new("KVO", "Klinger oscillator", OnCandles<Klinger, Klinger.Lines>(RangeAndClose | CandleFields.Volume, a => new Klinger(a.Int(0), a.Int(1), a.Int(2))))
        {
            Aliases = ["Klinger"],
            Parameters = [Int("fast", 34), Int("slow", 55), Int("signal", 13)],
            Outputs =
            [
                Oscillator("line", "fast less slow average of the volume force") with { VolumeDegree = 1 },
                Oscillator("signal", "exponential average of the line") with { VolumeDegree = 1 },
            ],
            Source = "S. Klinger, Technical Analysis of Stocks and Commodities 15:12, 1997.",
            Notes = "Averages start from the mean of their first values; Tulip starts from the first value, and converges to the same. Skender's library weighs the volume by 2·(range / cumulated range − 1); TA-Lib has no such indicator.",
        },
        new("PVO", "Percentage volume oscillator", OnCandles<Pvo, Pvo.Lines>(CandleFields.Volume, a => new Pvo(a.Int(0), a.Int(1), a.Int(2))))
        {
            Parameters = [Int("fast", 12), Int("slow", 26), Int("signal", 9)],
            Outputs =
            [
                Oscillator("line", "fast less slow average of volume in percent of the slow one"),
                Oscillator("signal", "exponential average of the line"),
                Oscillator("histogram", "line less signal"),
            ],
            Source = "G. Appel's MACD applied to volume, as described by StockCharts.",
        },
        new("VOSC", "Volume oscillator", OnCandles(CandleFields.Volume, a => new VolumeOscillator(a.Int(0), a.Int(1))))
        {
            Parameters = [Int("fast", 5), Int("slow", 20)],
            Outputs = [Oscillator("oscillator", "fast less slow simple average of volume in percent of the slow one")],
            Unknown = NanPolicy.Clears,
            Source = Achelis,
        },
        new("RVOL", "Relative volume", OnCandles(CandleFields.Volume, a => new RelativeVolume(a.Int(0))))
        {
            Aliases = ["RelativeVolume"],
            Parameters = [Period(20)],
            Outputs = [Oscillator("multiple", "volume as a multiple of the mean of the n candles before", 0) with { UndefinedWhen = NoTrade }],
            Unknown = NanPolicy.Clears,
            Source = "The quotient of a candle's volume and the mean volume before it.",
        },
        new("BWMFI", "Market facilitation index", OnCandles(High | Low | CandleFields.Volume, _ => new MarketFacilitation()))
        {
            Aliases = ["MarketFacilitation"],
            Outputs = [Distance("index", "range per volume", 0) with { VolumeDegree = -1, UndefinedWhen = "nothing was traded" }],
            Unknown = NanPolicy.Clears,
            Source = "B. Williams, Trading Chaos, 1995.",
        },
        new("WAD", "Williams accumulation/distribution", OnCandles(RangeAndClose, _ => new WilliamsAccumulation()))
        {
            Outputs = [Distance("line", "sum of the ways from the true low to higher closes and from the true high to lower ones")],
            Source = "L. Williams, How I Made One Million Dollars, 1973; the form of Tulip.",
        },
        new("AMIHUD", "Amihud illiquidity", OnCandles(RangeAndClose | CandleFields.Volume, a => new AmihudIlliquidity(a.Int(0))))
        {
            Aliases = ["Illiquidity"],
            Parameters = [Period(20)],
            Outputs = [Ratio("illiquidity", "mean of |return| per traded value", 0) with { PriceDegree = -1, VolumeDegree = -1 }],
            Unknown = NanPolicy.Clears,
            Source = "Y. Amihud, Journal of Financial Markets 5(1), 2002.",
        },
        new(
            "VPROFILE", "Volume profile",
            OnCandles<VolumeProfile, VolumeProfile.Lines>(High | Low | CandleFields.Volume, a => new VolumeProfile(a.Int(0), a.Int(1), a[2])))
        {
            Aliases = ["VolumeProfile"],
            Parameters = [Period(100), Int("bins", 24, min: 2, max: 256, searchMin: 10, searchMax: 60), Number("share", 0.7, 0.01, 0.99, 0.5, 0.9)],
            Outputs =
            [
                Price("poc", "middle of the bin with the most volume") with { UndefinedWhen = NoTrade },
                Price("low", "lower end of the value area") with { UndefinedWhen = NoTrade },
                Price("high", "upper end of the value area") with { UndefinedWhen = NoTrade },
            ],
            Unknown = NanPolicy.Clears,
            Source = "J. P. Steidlmayer, Markets and Market Logic, 1986.",
        },
    ];

    private static IndicatorOutput[] Vwap(string undefined) =>
    [
        Price("vwap", "mean of the typical prices, weighted by volume") with { UndefinedWhen = undefined },
        Distance("deviation", "their standard deviation, weighted by volume", 0) with { UndefinedWhen = undefined },
    ];
}
