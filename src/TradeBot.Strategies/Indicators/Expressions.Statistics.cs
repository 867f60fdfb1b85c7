namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Autocorrelation.</summary>
    /// <param name="period">Whole number from 2 to 100000; 60 when null.</param>
    /// <param name="lag">Whole number from 1 to 100000; 1 when null.</param>
    public static IndicatorSeries Autocorrelation(Argument? period = null, Argument? lag = null) => Call("autocorr", period, lag);

    /// <summary>Beta.</summary>
    /// <param name="first">The dependent series.</param>
    /// <param name="second">The reference series.</param>
    /// <param name="period">Whole number from 2 to 100000; 60 when null.</param>
    public static IndicatorSeries Beta(Series first, Series second, Argument? period = null) => Relate("beta", [first, second], period);

    /// <summary>Correlation.</summary>
    /// <param name="first">The dependent series.</param>
    /// <param name="second">The reference series.</param>
    /// <param name="period">Whole number from 2 to 100000; 30 when null.</param>
    public static IndicatorSeries Correlation(Series first, Series second, Argument? period = null) => Relate("correlation", [first, second], period);

    /// <summary>Covariance.</summary>
    /// <param name="first">The dependent series.</param>
    /// <param name="second">The reference series.</param>
    /// <param name="period">Whole number from 1 to 100000; 30 when null.</param>
    public static IndicatorSeries Covariance(Series first, Series second, Argument? period = null) => Relate("covar", [first, second], period);

    /// <summary>Detrended fluctuation exponent.</summary>
    /// <param name="period">Whole number from 32 to 100000; 128 when null.</param>
    public static IndicatorSeries Dfa(Argument? period = null) => Call("dfa", period);

    /// <summary>Shannon entropy.</summary>
    /// <param name="period">Whole number from 2 to 100000; 60 when null.</param>
    /// <param name="bins">Whole number from 2 to 256; 10 when null.</param>
    public static IndicatorSeries Entropy(Argument? period = null, Argument? bins = null) => Call("entropy", period, bins);

    /// <summary>Efficiency ratio.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries EfficiencyRatio(Argument? period = null) => Call("er", period);

    /// <summary>Fractional difference.</summary>
    /// <param name="order">From 0 to 2; 0.4 when null.</param>
    /// <param name="width">Whole number from 2 to 100000; 100 when null.</param>
    public static IndicatorSeries FractionalDifference(Argument? order = null, Argument? width = null) => Call("fracdiff", order, width);

    /// <summary>Half-life of mean reversion.</summary>
    /// <param name="period">Whole number from 3 to 100000; 100 when null.</param>
    public static IndicatorSeries HalfLife(Argument? period = null) => Call("halflife", period);

    /// <summary>Hurst exponent.</summary>
    /// <param name="period">Whole number from 16 to 100000; 128 when null.</param>
    public static IndicatorSeries Hurst(Argument? period = null) => Call("hurst", period);

    /// <summary>Kurtosis.</summary>
    /// <param name="period">Whole number from 2 to 100000; 60 when null.</param>
    public static IndicatorSeries Kurtosis(Argument? period = null) => Call("kurt", period);

    /// <summary>Median absolute deviation.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries MedianDeviation(Argument? period = null) => Call("mad", period);

    /// <summary>Mean absolute deviation.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries MeanDeviation(Argument? period = null) => Call("meandev", period);

    /// <summary>Rolling median.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Median(Argument? period = null) => Call("median", period);

    /// <summary>Percent rank.</summary>
    /// <param name="period">Whole number from 1 to 100000; 100 when null.</param>
    public static IndicatorSeries PercentRank(Argument? period = null) => Call("percentrank", period);

    /// <summary>Rolling quantile.</summary>
    /// <param name="period">Whole number from 1 to 100000; 60 when null.</param>
    /// <param name="share">From 0 to 1; 0.9 when null.</param>
    public static IndicatorSeries Quantile(Argument? period = null, Argument? share = null) => Call("quantile", period, share);

    /// <summary>Rank in the window.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Rank(Argument? period = null) => Call("rank", period);

    /// <summary>Skewness.</summary>
    /// <param name="period">Whole number from 2 to 100000; 60 when null.</param>
    public static IndicatorSeries Skewness(Argument? period = null) => Call("skew", period);

    /// <summary>Standard deviation.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries StdDev(Argument? period = null) => Call("stddev", period);

    /// <summary>Standard error of the mean.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries StandardError(Argument? period = null) => Call("stderr", period);

    /// <summary>Variance.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Variance(Argument? period = null) => Call("var", period);

    /// <summary>Variance ratio.</summary>
    /// <param name="period">Whole number from 3 to 100000; 100 when null.</param>
    /// <param name="steps">Whole number from 2 to 100000; 5 when null.</param>
    public static IndicatorSeries VarianceRatio(Argument? period = null, Argument? steps = null) => Call("vr", period, steps);

    /// <summary>Z-score.</summary>
    /// <param name="period">Whole number from 2 to 100000; 20 when null.</param>
    public static IndicatorSeries ZScore(Argument? period = null) => Call("zscore", period);
}
