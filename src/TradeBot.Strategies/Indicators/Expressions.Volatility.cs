namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Acceleration bands. Lines: lower, middle, upper.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    /// <param name="factor">From 0.01 to 100; 4 when null.</param>
    public static IndicatorSeries AccelerationBands(Argument? period = null, Argument? factor = null) => Call("accbands", period, factor);

    /// <summary>Average true range.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Atr(Argument? period = null) => Call("atr", period);

    /// <summary>Bollinger bands. Lines: lower, middle, upper.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    /// <param name="deviations">From 0.01 to 100; 2 when null.</param>
    public static IndicatorSeries Bollinger(Argument? period = null, Argument? deviations = null) => Call("bollinger", period, deviations);

    /// <summary>Bollinger bandwidth.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    /// <param name="deviations">From 0.01 to 100; 2 when null.</param>
    public static IndicatorSeries BollingerWidth(Argument? period = null, Argument? deviations = null) => Call("bbwidth", period, deviations);

    /// <summary>Chaikin volatility.</summary>
    /// <param name="smoothing">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="change">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ChaikinVolatility(Argument? smoothing = null, Argument? change = null) => Call("chaikinvol", smoothing, change);

    /// <summary>Chandelier exit. Lines: long, short.</summary>
    /// <param name="period">Whole number from 1 to 100000; 22 when null.</param>
    /// <param name="multiple">From 0.01 to 100; 3 when null.</param>
    public static IndicatorSeries Chandelier(Argument? period = null, Argument? multiple = null) => Call("chandelier", period, multiple);

    /// <summary>Donchian channel. Lines: lower, middle, upper.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Donchian(Argument? period = null) => Call("donchian", period);

    /// <summary>RiskMetrics volatility.</summary>
    /// <param name="decay">From 0.0001 to 0.9999; 0.94 when null.</param>
    public static IndicatorSeries EwmaVolatility(Argument? decay = null) => Call("ewmavol", decay);

    /// <summary>Garman-Klass volatility.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries GarmanKlass(Argument? period = null) => Call("garmanklass", period);

    /// <summary>Historical volatility.</summary>
    /// <param name="period">Whole number from 2 to 100000; 20 when null.</param>
    /// <param name="periodsPerYear">From 1 to 100000000; 365 when null.</param>
    public static IndicatorSeries HistoricalVolatility(Argument? period = null, Argument? periodsPerYear = null) =>
        Call("hv", period, periodsPerYear);

    /// <summary>Keltner channel. Lines: lower, middle, upper.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    /// <param name="multiple">From 0.01 to 100; 2 when null.</param>
    /// <param name="range">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries Keltner(Argument? period = null, Argument? multiple = null, Argument? range = null) =>
        Call("keltner", period, multiple, range);

    /// <summary>Normalized average true range.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Natr(Argument? period = null) => Call("natr", period);

    /// <summary>Parkinson volatility.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Parkinson(Argument? period = null) => Call("parkinson", period);

    /// <summary>Bollinger %B.</summary>
    /// <param name="period">Whole number from 2 to 100000; 20 when null.</param>
    /// <param name="deviations">From 0.01 to 100; 2 when null.</param>
    public static IndicatorSeries PercentB(Argument? period = null, Argument? deviations = null) => Call("percentb", period, deviations);

    /// <summary>Relative volatility index.</summary>
    /// <param name="deviation">Whole number from 2 to 100000; 10 when null.</param>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries RelativeVolatility(Argument? deviation = null, Argument? period = null) => Call("relvolatility", deviation, period);

    /// <summary>Rogers-Satchell volatility.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries RogersSatchell(Argument? period = null) => Call("rogerssatchell", period);

    /// <summary>Stoller average range channel. Lines: lower, middle, upper.</summary>
    /// <param name="period">Whole number from 1 to 100000; 6 when null.</param>
    /// <param name="multiple">From 0.01 to 100; 2 when null.</param>
    /// <param name="range">Whole number from 1 to 100000; 15 when null.</param>
    public static IndicatorSeries Starc(Argument? period = null, Argument? multiple = null, Argument? range = null) =>
        Call("starc", period, multiple, range);

    /// <summary>True range.</summary>
    public static IndicatorSeries TrueRange() => Call("tr");

    /// <summary>Ulcer index.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries UlcerIndex(Argument? period = null) => Call("ulcer", period);

    /// <summary>Yang-Zhang volatility.</summary>
    /// <param name="period">Whole number from 2 to 100000; 20 when null.</param>
    public static IndicatorSeries YangZhang(Argument? period = null) => Call("yangzhang", period);
}
