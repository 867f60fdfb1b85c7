using TradeBot.Indicators.Momentum;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.CandleFields;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The momentum indicators of the catalog that read candles.</summary>
internal static class CandleMomentumEntries
{
    private static readonly IndicatorConstraint FastBelowSlow = new("fast < slow", a => a[0] < a[1]);

    public static IReadOnlyList<IndicatorDefinition> All { get; } = [.. OfRanges, .. OfBodies, .. OfTypicalPrices];

    private static IEnumerable<IndicatorDefinition> OfRanges =>
    [
        new("STOCH", "Stochastic oscillator", OnCandles<Stochastic, Stochastic.Lines>(RangeAndClose, a => new Stochastic(a.Int(0), a.Int(1), a.Int(2))))
        {
            Aliases = ["Stochastic", "StochasticSlow"],
            Parameters = [Period(14), Int("smoothing", 3, searchMin: 1, searchMax: 10), Int("signal", 3, searchMax: 10)],
            Outputs =
            [
                Oscillator("k", "position of the close in the range, in percent, smoothed; 50 where the range is 0", 0, 100),
                Oscillator("d", "mean of %K", 0, 100),
            ],
            Unknown = NanPolicy.Clears,
            Source = "G. Lane, Stocks & Commodities 2(3), 1984.",
            Notes = "Where the range is 0, TA-Lib has 0.",
        },
        new("STOCHF", "Fast stochastic oscillator", OnCandles<Stochastic, Stochastic.Lines>(RangeAndClose, a => new Stochastic(a.Int(0), 1, a.Int(1))))
        {
            Aliases = ["StochasticFast"],
            Parameters = [Period(14), Int("signal", 3, searchMax: 10)],
            Outputs =
            [
                Oscillator("k", "position of the close in the range, in percent; 50 where the range is 0", 0, 100),
                Oscillator("d", "mean of %K", 0, 100),
            ],
            Unknown = NanPolicy.Clears,
            Source = "G. Lane, Stocks & Commodities 2(3), 1984.",
        },
        new("KDJ", "Stochastic with recursive smoothing", OnCandles<Kdj, Kdj.Lines>(RangeAndClose, a => new Kdj(a.Int(0), a.Int(1), a.Int(2))))
        {
            Parameters = [Period(9), Int("k", 3, searchMax: 10), Int("d", 3, searchMax: 10)],
            Outputs =
            [
                Oscillator("k", "smoothed position in the range, in percent", 0, 100),
                Oscillator("d", "K smoothed again", 0, 100),
                Oscillator("j", "3·K − 2·D", -200, 300),
            ],
            Source = "The form usual in East Asian charting, after G. Lane, 1984.",
        },
        new("WILLR", "Williams %R", OnCandles(RangeAndClose, a => new WilliamsR(a.Int(0))))
        {
            Aliases = ["WilliamsR", "%R"],
            Parameters = [Period(14)],
            Outputs = [Oscillator("r", "distance below the highest high, in percent of the range; −50 where it is 0", -100, 0)],
            Unknown = NanPolicy.Clears,
            Source = "L. Williams, How I Made One Million Dollars Last Year Trading Commodities, 1973.",
        },
        new("ULTOSC", "Ultimate oscillator", OnCandles(RangeAndClose, a => new UltimateOscillator(a.Int(0), a.Int(1), a.Int(2))))
        {
            Aliases = ["UO", "UltimateOscillator"],
            Parameters = [Int("fast", 7, searchMax: 30), Int("medium", 14, min: 2, searchMax: 60), Int("slow", 28, min: 3, searchMax: 120)],
            Constraints = [new("fast < medium < slow", a => a[0] < a[1] && a[1] < a[2])],
            Outputs = [Oscillator("uo", "weighed share of buying pressure, in percent; one half where a range is 0", 0, 100)],
            Unknown = NanPolicy.Clears,
            Source = "L. Williams, Stocks & Commodities 3(4), 1985.",
        },
        new("SMI", "Stochastic momentum index", OnCandles<StochasticMomentum, StochasticMomentum.Lines>(
            RangeAndClose, a => new StochasticMomentum(a.Int(0), a.Int(1), a.Int(2), a.Int(3))))
        {
            Parameters = [Period(13), Int("first", 25, searchMax: 60), Int("second", 2, searchMax: 20), Int("signal", 3, searchMax: 20)],
            Outputs =
            [
                Oscillator("smi", "smoothed distance from the middle of the range, in percent of half of it", -100, 100),
                Oscillator("signal", "exponential average of the index", -100, 100),
            ],
            Source = "W. Blau, Stocks & Commodities 11(1), 1993.",
        },
        new("FISHER", "Fisher transform", OnCandles<Fisher, Fisher.Lines>(CandleFields.Range, a => new Fisher(a.Int(0))))
        {
            Parameters = [Period(10)],
            Outputs = [Oscillator("fisher", "transform of the position in the range", -8, 8), Oscillator("signal", "the transform one candle earlier", -8, 8)],
            Source = "J. Ehlers, Stocks & Commodities 20(11), 2002.",
        },
    ];

    private static IEnumerable<IndicatorDefinition> OfBodies =>
    [
        new("RVGI", "Relative vigor index", OnCandles<VigorIndex, VigorIndex.Lines>(Prices, a => new VigorIndex(a.Int(0))))
        {
            Aliases = ["VigorIndex"],
            Parameters = [Period(10)],
            Outputs = [Oscillator("rvgi", "body over range; 0 where the range is", -1, 1), Oscillator("signal", "weighted mean of the index", -1, 1)],
            Unknown = NanPolicy.Clears,
            Source = "J. Ehlers, Stocks & Commodities 20(1), 2002.",
        },
        new("BOP", "Balance of power", OnCandles(Prices, _ => default(BalanceOfPower)))
        {
            Outputs = [Oscillator("bop", "body over range; 0 where the range is", -1, 1)],
            Unknown = NanPolicy.Clears,
            Source = "I. Livshin, Stocks & Commodities 19(8), 2001.",
        },
        new("IMI", "Intraday momentum index", OnCandles(Open | Close, a => new IntradayMomentum(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = [Oscillator("imi", "share of rising bodies, in percent; 50 without bodies", 0, 100)],
            Unknown = NanPolicy.Clears,
            Source = "T. Chande and S. Kroll, The New Technical Trader, 1994.",
        },
        new("QSTICK", "Qstick", OnCandles(Open | Close, a => new Qstick(a.Int(0))))
        {
            Parameters = [Period(8)],
            Outputs = [Distance("qstick", "mean body")],
            Unknown = NanPolicy.Clears,
            Source = "T. Chande and S. Kroll, The New Technical Trader, 1994.",
        },
    ];

    private static IEnumerable<IndicatorDefinition> OfTypicalPrices =>
    [
        new("CCI", "Commodity channel index", OnCandles(RangeAndClose, a => new Cci(a.Int(0))))
        {
            Parameters = [Period(20, min: 2)],
            Outputs = [Oscillator("cci", "distance from the mean in units of 0.015 mean distances; 0 where all are equal")],
            Unknown = NanPolicy.Clears,
            Source = "D. Lambert, Commodities, October 1980.",
        },
        new("MFI", "Money flow index", OnCandles(RangeAndClose | CandleFields.Volume, a => new Mfi(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = [Ratio("mfi", "share of value traded while rising, in percent; 50 where none counts", 0, 100)],
            Unknown = NanPolicy.Clears,
            Source = "G. Quong and A. Soudack, Stocks & Commodities 7(3), 1989.",
            Notes = "Where no value counts, TA-Lib has 0.",
        },
        new("AO", "Awesome oscillator", OnCandles(CandleFields.Range, a => new AwesomeOscillator(a.Int(0), a.Int(1))))
        {
            Aliases = ["AwesomeOscillator"],
            Parameters = [Int("fast", 5, searchMax: 50), Int("slow", 34, min: 2, searchMin: 10)],
            Constraints = [FastBelowSlow],
            Outputs = [Distance("ao", "fast minus slow mean")],
            Unknown = NanPolicy.Clears,
            Source = "B. Williams, New Trading Dimensions, 1998.",
        },
        new("AC", "Accelerator oscillator", OnCandles(CandleFields.Range, a => new AcceleratorOscillator(a.Int(0), a.Int(1), a.Int(2))))
        {
            Aliases = ["AcceleratorOscillator"],
            Parameters = [Int("fast", 5, searchMax: 50), Int("slow", 34, min: 2, searchMin: 10), Int("signal", 5, searchMax: 30)],
            Constraints = [FastBelowSlow],
            Outputs = [Distance("ac", "awesome oscillator minus its mean")],
            Unknown = NanPolicy.Clears,
            Source = "B. Williams, New Trading Dimensions, 1998.",
        },
        new("ERI", "Elder ray", OnCandles<ElderRay, ElderRay.Power>(RangeAndClose, a => new ElderRay(a.Int(0))))
        {
            Aliases = ["ElderRay"],
            Parameters = [Period(13)],
            Outputs = [Distance("bull", "high minus average"), Distance("bear", "low minus average")],
            Source = "A. Elder, Trading for a Living, 1993.",
        },
        new("WT", "Wave trend", OnCandles<WaveTrend, WaveTrend.Lines>(RangeAndClose, a => new WaveTrend(a.Int(0), a.Int(1), a.Int(2))))
        {
            Aliases = ["WaveTrend"],
            Parameters = [Int("channel", 10, searchMax: 40), Int("average", 21, searchMax: 60), Int("signal", 4, searchMax: 20)],
            Outputs = [Oscillator("wave", "smoothed distance from the average, in units of 0.015 average distances"), Oscillator("signal", "mean of the wave")],
            Source = "Published for TradeStation, made known by LazyBear for TradingView, 2014.",
        },
        new("PGO", "Pretty good oscillator", OnCandles(RangeAndClose, a => new PrettyGood(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = [Oscillator("pgo", "distance from the mean in average true ranges; 0 where they are")],
            Source = "M. Johnson, Pretty Good Oscillator, 1999.",
        },
    ];
}
