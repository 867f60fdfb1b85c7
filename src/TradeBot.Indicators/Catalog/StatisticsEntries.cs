using TradeBot.Indicators.Statistics;
using static TradeBot.Indicators.Arithmetic;
using static TradeBot.Indicators.IndicatorOutput;
using static TradeBot.Indicators.IndicatorParameter;

namespace TradeBot.Indicators;

/// <summary>The statistics of the catalog.</summary>
internal static class StatisticsEntries
{
    private const string Flat = "the window is flat";
    private const string FlatSeries = "a series is flat";

    public static IReadOnlyList<IndicatorDefinition> All { get; } =
    [
        new(
            "STDDEV", "Standard deviation",
            OnValues(a => new StandardDeviation(a.Int(0)), (x, a, o) => StandardDeviation.Compute(x, a.Int(0), o[0].Span)))
        {
            Aliases = ["StDev", "StandardDeviation"],
            Parameters = [Period(20)],
            Outputs = [Distance("deviation", "population standard deviation, in the unit of the values", min: 0)],
            Unknown = NanPolicy.Clears,
            Source = "The root of the mean squared distance from the mean of a sliding window.",
        },
        new("HIGHEST", "Highest value", OnValues(a => new Highest(a.Int(0))))
        {
            Aliases = ["Max"],
            Parameters = [Period(20)],
            Outputs = [Price("highest", "largest of the window")],
            Unknown = NanPolicy.Clears,
            Source = "TA-Lib, MAX.",
        },
        new("LOWEST", "Lowest value", OnValues(a => new Lowest(a.Int(0))))
        {
            Aliases = ["Min"],
            Parameters = [Period(20)],
            Outputs = [Price("lowest", "smallest of the window")],
            Unknown = NanPolicy.Clears,
            Source = "TA-Lib, MIN.",
        },
        new("VAR", "Variance", OnValues(a => new Variance(a.Int(0))))
        {
            Aliases = ["Variance"],
            Parameters = [Period(20)],
            Outputs = [Distance("variance", "population variance, in the squared unit of the values", 0) with { PriceDegree = 2 }],
            Unknown = NanPolicy.Clears,
            Source = "The mean squared distance from the mean of a sliding window.",
        },
        new("STDERR", "Standard error of the mean", OnValues(a => new StandardError(a.Int(0))))
        {
            Aliases = ["StandardError"],
            Parameters = [Period(20)],
            Outputs = [Distance("error", "in the unit of the values", 0)],
            Unknown = NanPolicy.Clears,
            Source = "Tulip, stderr.",
        },
        new("ZSCORE", "Z-score", OnValues(a => new ZScore(a.Int(0))))
        {
            Parameters = [Period(20, min: 2)],
            Outputs = [Oscillator("z", "standard deviations above the mean") with { UndefinedWhen = Flat }],
            Unknown = NanPolicy.Clears,
            Source = "The distance from the mean in population standard deviations.",
        },
        new("SKEW", "Skewness", OnValues(a => new Skewness(a.Int(0))))
        {
            Aliases = ["Skewness"],
            Parameters = [Period(60, min: 2)],
            Outputs = [Oscillator("skewness", "negative where the long tail is below the mean") with { UndefinedWhen = Flat }],
            Unknown = NanPolicy.Clears,
            Source = "K. Pearson's moment coefficient of skewness.",
        },
        new("KURT", "Kurtosis", OnValues(a => new Kurtosis(a.Int(0))))
        {
            Aliases = ["Kurtosis"],
            Parameters = [Period(60, min: 2)],
            Outputs = [Oscillator("kurtosis", "3 for the normal distribution; never the excess over it", 1) with { UndefinedWhen = Flat }],
            Unknown = NanPolicy.Clears,
            Source = "K. Pearson, Biometrika 4, 1905.",
        },
        new("CORREL", "Correlation", OnPairs(CandleFields.Close, CandleFields.Volume, a => new Correlation(a.Int(0))))
        {
            Aliases = ["Correlation"],
            Parameters = [Period(30, min: 2)],
            Outputs = [Oscillator("correlation", "Pearson's", -1, 1) with { UndefinedWhen = FlatSeries }],
            Unknown = NanPolicy.Clears,
            Source = "K. Pearson, Proceedings of the Royal Society 58, 1895.",
        },
        new("COVAR", "Covariance", OnPairs(CandleFields.Close, CandleFields.Volume, a => new Covariance(a.Int(0))))
        {
            Aliases = ["Covariance"],
            Parameters = [Period(30)],
            Outputs = [Distance("covariance", "dividing by n, in the product of the units") with { VolumeDegree = 1 }],
            Unknown = NanPolicy.Clears,
            Source = "The mean product of the distances from the means of a sliding window.",
        },
        new("BETA", "Beta", OnPairs(CandleFields.Close, CandleFields.Volume, a => new Beta(a.Int(0))))
        {
            Parameters = [Period(60, min: 2)],
            Outputs = [Distance("beta", "slope of the first series on the second") with { VolumeDegree = -1, UndefinedWhen = FlatSeries }],
            Unknown = NanPolicy.Clears,
            Source = "W. Sharpe, Management Science 9(2), 1963.",
            Notes = "Of the values as they are; TA-Lib takes returns of prices itself, and puts the benchmark first.",
        },
        new("AUTOCORR", "Autocorrelation", OnValues(a => new Autocorrelation(a.Int(0), a.Int(1))))
        {
            Aliases = ["ACF", "Autocorrelation"],
            Parameters = [Period(60, min: 2), Int("lag", 1, searchMin: 1, searchMax: 20)],
            Constraints = [new("lag < period", a => a[1] < a[0])],
            Outputs = [Oscillator("correlation", "of the values with themselves some values earlier", -1, 1) with { UndefinedWhen = Flat }],
            Unknown = NanPolicy.Clears,
            Source = "G. Box, G. Jenkins, Time Series Analysis, 1970.",
        },
        new("QUANTILE", "Rolling quantile", OnValues(a => new Quantile(a.Int(0), a[1])))
        {
            Parameters = [Period(60), Number("share", 0.9, 0, 1)],
            Outputs = [Price("quantile", "below which a share of the window lies")],
            Unknown = NanPolicy.Clears,
            Source = "R. Hyndman, Y. Fan, The American Statistician 50(4), 1996, type 7.",
        },
        new("MEDIAN", "Rolling median", OnValues(a => new Median(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = [Price("median", "middle of the window in order")],
            Unknown = NanPolicy.Clears,
            Source = "The quantile at one half.",
        },
        new("MAD", "Median absolute deviation", OnValues(a => new MedianAbsoluteDeviation(a.Int(0))))
        {
            Aliases = ["MedianAbsoluteDeviation"],
            Parameters = [Period(20)],
            Outputs = [Distance("deviation", "median distance from the median, not scaled", 0)],
            Unknown = NanPolicy.Clears,
            Source = "F. Hampel, Journal of the American Statistical Association 69, 1974.",
        },
        new("MEANDEV", "Mean absolute deviation", OnValues(a => new MeanAbsoluteDeviation(a.Int(0))))
        {
            Aliases = ["AvgDev", "MeanAbsoluteDeviation"],
            Parameters = [Period(20)],
            Outputs = [Distance("deviation", "mean distance from the mean", 0)],
            Unknown = NanPolicy.Clears,
            Source = "Tulip, md.",
        },
        new("RANK", "Rank in the window", OnValues(a => new Rank(a.Int(0))))
        {
            Parameters = [Period(20)],
            Outputs = [Oscillator("rank", "1 for the smallest, the period for the largest; equals share the mean of their ranks", 1)],
            Unknown = NanPolicy.Clears,
            Source = "C. Spearman's ranks over a sliding window.",
        },
        new("PERCENTRANK", "Percent rank", OnValues(a => new PercentRank(a.Int(0))))
        {
            Parameters = [Period(100)],
            Outputs = [Oscillator("rank", "percentage of the n values before that are below", 0, 100)],
            Unknown = NanPolicy.Clears,
            Source = "L. Connors, C. Alvarez, An Introduction to ConnorsRSI, 2012.",
        },
        new("ER", "Efficiency ratio", OnValues(a => new EfficiencyRatio(a.Int(0))))
        {
            Aliases = ["EfficiencyRatio"],
            Parameters = [Period(10)],
            Outputs = [Oscillator("ratio", "distance over the way; 0 where nothing moved", 0, 1)],
            Unknown = NanPolicy.Clears,
            Source = "P. Kaufman, Smarter Trading, 1995.",
        },
        new("FRACDIFF", "Fractional difference", OnValues(a => new FractionalDifference(a[0], a.Int(1))))
        {
            Aliases = ["FractionalDifference"],
            Parameters = [Number("order", 0.4, 0, 2, 0.1, 1), Int("width", 100, min: 2)],
            Outputs = [Ratio("difference", "in the unit of the values") with { PriceDegree = 1 }],
            Unknown = NanPolicy.Clears,
            Source = "M. López de Prado, Advances in Financial Machine Learning, 2018.",
        },
        new("ENTROPY", "Shannon entropy", OnValues(a => new ShannonEntropy(a.Int(0), a.Int(1))))
        {
            Aliases = ["ShannonEntropy"],
            Parameters = [Period(60, min: 2), Int("bins", 10, min: 2, max: 256, searchMax: 40)],
            Outputs = [Oscillator("entropy", "of the window's histogram, in bits; 0 for a flat window", 0, 8)],
            Unknown = NanPolicy.Clears,
            Source = "C. Shannon, Bell System Technical Journal 27, 1948.",
        },
        new("HURST", "Hurst exponent", OnValues(a => new Hurst(a.Int(0))))
        {
            Parameters = [Period(128, min: 16)],
            Outputs = [Oscillator("exponent", "by rescaled range, about 0.5 for a random walk") with { UndefinedWhen = "fewer than two lengths of parts have steps that vary" }],
            Unknown = NanPolicy.Clears,
            Source = "H. E. Hurst, Transactions of the ASCE 116, 1951.",
        },
        new("DFA", "Detrended fluctuation exponent", OnValues(a => new DetrendedFluctuation(a.Int(0))))
        {
            Parameters = [Period(128, min: 32)],
            Outputs = [Oscillator("exponent", "of the walk, about 0.5 for a random walk") with { UndefinedWhen = "the window is made of straight lines" }],
            Unknown = NanPolicy.Clears,
            Source = "C.-K. Peng and others, Physical Review E 49, 1994.",
        },
        new("VR", "Variance ratio", OnValues(a => new VarianceRatio(a.Int(0), a.Int(1))))
        {
            Aliases = ["VarianceRatio"],
            Parameters = [Period(100, min: 3), Int("steps", 5, min: 2, searchMax: 30)],
            Constraints = [new("steps < period", a => a[1] < a[0])],
            Outputs = [Oscillator("ratio", "1 for a random walk, more where moves persist", 0) with { UndefinedWhen = "the steps are all equal" }],
            Unknown = NanPolicy.Clears,
            Source = "A. Lo, C. MacKinlay, Review of Financial Studies 1(1), 1988.",
        },
        new("HALFLIFE", "Half-life of mean reversion", OnValues(a => new HalfLife(a.Int(0))))
        {
            Parameters = [Period(100, min: 3)],
            Outputs = [Oscillator("candles", "after which half of a distance from the mean is gone", 0) with { UndefinedWhen = "the window does not revert" }],
            Unknown = NanPolicy.Clears,
            Source = "E. Chan, Algorithmic Trading, 2013; the exact form for discrete steps.",
        },
    ];
}
