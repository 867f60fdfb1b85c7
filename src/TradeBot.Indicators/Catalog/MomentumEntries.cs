using TradeBot.Indicators.Momentum;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The momentum indicators of the catalog that read one series.</summary>
internal static class MomentumEntries
{
    private static readonly IndicatorConstraint FastBelowSlow = new("fast < slow", a => a[0] < a[1]);

    public static IReadOnlyList<IndicatorDefinition> All { get; } = [.. OfChanges, .. OfAverages, .. OfRates, .. CandleMomentumEntries.All];

    private static IEnumerable<IndicatorDefinition> OfChanges =>
    [
        new("RSI", "Relative strength index", OnValues(a => new Rsi(a.Int(0)), (x, a, o) => Rsi.Compute(x, a.Int(0), o[0].Span)))
        {
            Parameters = [Period(14)],
            Outputs = [Oscillator("rsi", "share of gains, in percent; 50 without gain or loss", 0, 100)],
            Source = "J. W. Wilder, New Concepts in Technical Trading Systems, 1978.",
        },
        new("RMI", "Relative momentum index", OnValues(a => new RelativeMomentum(a.Int(0), a.Int(1))))
        {
            Parameters = [Period(14), Int("momentum", 5, searchMax: 30)],
            Outputs = [Oscillator("rmi", "share of gains, in percent; 50 without gain or loss", 0, 100)],
            Source = "R. Altman, Stocks & Commodities 11(2), 1993.",
        },
        new("STOCHRSI", "Stochastic RSI", OnValues<StochasticRsi, StochasticRsi.Lines>(a => new StochasticRsi(a.Int(0), a.Int(1), a.Int(2), a.Int(3))))
        {
            Parameters = [Int("rsi", 14, searchMax: 50), Int("period", 14, searchMax: 50), Int("smoothing", 3, searchMin: 1, searchMax: 10), Int("signal", 3, searchMax: 10)],
            Outputs = [Oscillator("k", "position of the RSI in its range, in percent, smoothed", 0, 100), Oscillator("d", "mean of %K", 0, 100)],
            Source = "T. Chande and S. Kroll, The New Technical Trader, 1994.",
            Notes = "With smoothing 1 it is TA-Lib's STOCHRSI; Tulip's runs from 0 to 1 and is not smoothed.",
        },
        new("CRSI", "Connors RSI", OnValues(a => new ConnorsRsi(a.Int(0), a.Int(1), a.Int(2))))
        {
            Aliases = ["ConnorsRSI"],
            Parameters = [Int("price", 3, searchMax: 20), Int("streak", 2, searchMax: 10), Int("rank", 100, searchMin: 20)],
            Outputs = [Ratio("crsi", "mean of two RSI and a rank, in percent", 0, 100)],
            Source = "L. Connors and C. Alvarez, An Introduction to ConnorsRSI, 2012.",
        },
        new("LRSI", "Laguerre RSI", OnValues(a => new LaguerreRsi(a[0])))
        {
            Aliases = ["LaguerreRSI"],
            Parameters = [Number("gamma", 0.5, 0, 0.99, searchMin: 0.2, searchMax: 0.95)],
            Outputs = [Oscillator("rsi", "share of falls along the filter's stages, in percent; 50 where they are equal", 0, 100)],
            Source = "J. Ehlers, Cybernetic Analysis for Stocks and Futures, 2004.",
            Notes = "In percent; Ehlers' runs from 0 to 1.",
        },
        new("QQE", "Quantitative qualitative estimation", OnValues<Qqe, Qqe.Lines>(a => new Qqe(a.Int(0), a.Int(1), a[2])))
        {
            Parameters = [Int("rsi", 14, searchMax: 50), Int("smoothing", 5, searchMax: 20), Number("factor", 4.236, 0.1, 100, searchMin: 1, searchMax: 8)],
            Outputs = [Oscillator("smoothed", "exponential average of the RSI", 0, 100), Oscillator("trail", "line that trails it, on the same scale")],
            Source = "I. Livshits, as published for MetaTrader, 2008.",
        },
        new("CMO", "Chande momentum oscillator", OnValues(a => new Cmo(a.Int(0))))
        {
            Parameters = [Period(14)],
            Outputs = [Oscillator("cmo", "gains minus losses over their sum, in percent; 0 without either", -100, 100)],
            Unknown = NanPolicy.Clears,
            Source = "T. Chande and S. Kroll, The New Technical Trader, 1994.",
            Notes = "Plain sums, as published; TA-Lib smooths as Wilder does, which gives 2·RSI − 100.",
        },
        new("PSY", "Psychological line", OnValues(a => new PsychologicalLine(a.Int(0))))
        {
            Parameters = [Period(12)],
            Outputs = [Oscillator("psy", "share of rises, in percent", 0, 100)],
            Unknown = NanPolicy.Clears,
            Source = "The share of rises among the last n changes.",
        },
        new("TSI", "True strength index", OnValues<Tsi, Tsi.Lines>(a => new Tsi(a.Int(0), a.Int(1), a.Int(2))))
        {
            Parameters = [Int("first", 25, searchMax: 60), Int("second", 13, searchMax: 40), Int("signal", 7, searchMax: 30)],
            Outputs =
            [
                Oscillator("tsi", "smoothed change over its smoothed size, in percent; 0 without change", -100, 100),
                Oscillator("signal", "exponential average of the index", -100, 100),
            ],
            Source = "W. Blau, Stocks & Commodities 9(11), 1991.",
        },
    ];

    private static IEnumerable<IndicatorDefinition> OfAverages =>
    [
        new(
            "MACD", "Moving average convergence divergence",
            OnValues<Macd, Macd.Lines>(
                a => new Macd(a.Int(0), a.Int(1), a.Int(2)),
                (x, a, o) => Macd.Compute(x, a.Int(0), a.Int(1), a.Int(2), o[0].Span, o[1].Span, o[2].Span)))
        {
            Parameters = [Int("fast", 12, searchMax: 50), Int("slow", 26, min: 2, searchMin: 10), Int("signal", 9, searchMax: 50)],
            Constraints = [FastBelowSlow],
            Outputs =
            [
                Distance("macd", "fast minus slow average"),
                Distance("signal", "average of the difference"),
                Distance("histogram", "difference minus signal"),
            ],
            Source = "G. Appel, The Moving Average Convergence-Divergence Trading Method, 1979.",
            Notes = "Each average starts at the first value, as in Skender's library; TA-Lib starts the fast one later, so that both are first known together. The difference fades.",
        },
        new("PPO", "Percentage price oscillator", OnValues<Ppo, Ppo.Lines>(a => new Ppo(a.Int(0), a.Int(1), a.Int(2))))
        {
            Parameters = [Int("fast", 12, searchMax: 50), Int("slow", 26, min: 2, searchMin: 10), Int("signal", 9, searchMax: 50)],
            Constraints = [FastBelowSlow],
            Outputs =
            [
                Ratio("ppo", "fast minus slow average, in percent of the slow"),
                Ratio("signal", "average of the difference"),
                Ratio("histogram", "difference minus signal"),
            ],
            Source = "G. Appel, Technical Analysis: Power Tools for Active Investors, 2005.",
            Notes = "Each average starts at the first value; TA-Lib starts the fast one later. The difference fades.",
        },
        new("APO", "Absolute price oscillator", OnValues(a => new Apo(a.Int(0), a.Int(1))))
        {
            Parameters = [Int("fast", 12, searchMax: 50), Int("slow", 26, min: 2, searchMin: 10)],
            Constraints = [FastBelowSlow],
            Outputs = [Distance("apo", "fast minus slow average")],
            Source = "The difference of two exponential averages.",
            Notes = "Each average starts at the first value; TA-Lib starts the fast one later. The difference fades.",
        },
        new("BIAS", "Bias", OnValues(a => new Bias(a.Int(0))))
        {
            Aliases = ["Disparity"],
            Parameters = [Period(20)],
            Outputs = [Ratio("bias", "distance from the mean, in percent of it")],
            Unknown = NanPolicy.Clears,
            Source = "The distance of the value from its simple moving average, in percent.",
        },
        new("DPO", "Detrended price oscillator", OnValues(a => new Dpo(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = [Distance("dpo", "an earlier value minus the mean")],
            Unknown = NanPolicy.Clears,
            Source = "W. Heiby, Stock Market Profits Through Dynamic Synthesis, 1965.",
            Notes = "The earlier value less today's mean, as in Tulip; forms that draw it n / 2 + 1 candles back show the future.",
        },
        new("STC", "Schaff trend cycle", OnValues(a => new SchaffTrendCycle(a.Int(0), a.Int(1), a.Int(2))))
        {
            Aliases = ["SchaffTrendCycle"],
            Parameters = [Int("cycle", 10, searchMax: 40), Int("fast", 23, searchMax: 60), Int("slow", 50, min: 2, searchMin: 20)],
            Constraints = [new("fast < slow", a => a[1] < a[2])],
            Outputs = [Oscillator("stc", "position in percent; 50 until a range opens", 0, 100)],
            Source = "D. Schaff, The Schaff Trend Cycle, 1999.",
        },
        new("TRIX", "Rate of change of a triple exponential average", OnValues<Trix, Trix.Lines>(a => new Trix(a.Int(0), a.Int(1))))
        {
            Parameters = [Period(15), Int("signal", 9, searchMax: 50)],
            Outputs = [Ratio("trix", "change of the average, in percent"), Ratio("signal", "exponential average of it")],
            Source = "J. Hutson, Stocks & Commodities 1(5), 1983.",
            Notes = "Each average starts from the mean of its first n inputs, as in TA-Lib; Tulip starts from the first value.",
        },
    ];

    private static IEnumerable<IndicatorDefinition> OfRates =>
    [
        new("ROC", "Rate of change", OnValues(a => new Roc(a.Int(0))))
        {
            Parameters = [Period(10)],
            Outputs = [Ratio("roc", "change in percent of the earlier value") with { UndefinedWhen = "the earlier value is 0" }],
            Unknown = NanPolicy.Clears,
            Source = "The relative change over n values.",
            Notes = "In percent, as in TA-Lib; Tulip's is a fraction.",
        },
        new("MOM", "Momentum", OnValues(a => new Mom(a.Int(0))))
        {
            Aliases = ["Momentum"],
            Parameters = [Period(10)],
            Outputs = [Distance("mom", "change over n values")],
            Unknown = NanPolicy.Clears,
            Source = "The change over n values.",
        },
        new(
            "KST", "Know sure thing",
            OnValues<Kst, Kst.Lines>(a => new Kst([a.Int(0), a.Int(1), a.Int(2), a.Int(3)], [a.Int(4), a.Int(5), a.Int(6), a.Int(7)], a.Int(8))))
        {
            Parameters =
            [
                Int("rate1", 10, searchMax: 20), Int("rate2", 15, searchMax: 30), Int("rate3", 20, searchMax: 40), Int("rate4", 30, searchMax: 60),
                Int("mean1", 10, searchMax: 30), Int("mean2", 10, searchMax: 30), Int("mean3", 10, searchMax: 30), Int("mean4", 15, searchMax: 30),
                Int("signal", 9, searchMax: 30),
            ],
            Outputs = [Ratio("kst", "weighed sum of smoothed rates of change, in percent"), Ratio("signal", "mean of the sum")],
            Unknown = NanPolicy.Clears,
            Source = "M. Pring, Stocks & Commodities 10(9), 1992.",
        },
        new("COPPOCK", "Coppock curve", OnValues(a => new Coppock(a.Int(0), a.Int(1), a.Int(2))))
        {
            Parameters = [Int("first", 14, searchMax: 60), Int("second", 11, searchMax: 60), Int("period", 10, searchMax: 60)],
            Outputs = [Ratio("coppock", "weighted mean of two rates of change added, in percent")],
            Unknown = NanPolicy.Clears,
            Source = "E. Coppock, Barron's, October 15, 1962.",
        },
        new("PMO", "Price momentum oscillator", OnValues<PriceMomentum, PriceMomentum.Lines>(a => new PriceMomentum(a.Int(0), a.Int(1), a.Int(2))))
        {
            Parameters = [Int("first", 35, min: 2, searchMax: 80), Int("second", 20, min: 2, searchMax: 60), Int("signal", 10, searchMax: 40)],
            Outputs = [Ratio("pmo", "twice smoothed rate of change, in tenths of a percent"), Ratio("signal", "exponential average of it")],
            Source = "C. Swenlin, DecisionPoint, as described by StockCharts.",
            Notes = "Each smoothing starts from the mean of its first inputs.",
        },
        new("FOSC", "Forecast oscillator", OnValues(a => new ForecastOscillator(a.Int(0))))
        {
            Aliases = ["CFO"],
            Parameters = [Period(14, min: 2)],
            Outputs = [Ratio("fosc", "value less what a line through those before forecast, in percent of it")],
            Unknown = NanPolicy.Clears,
            Source = "T. Chande and S. Kroll, The New Technical Trader, 1994.",
        },
    ];
}
