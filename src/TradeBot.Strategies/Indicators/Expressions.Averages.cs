namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Arnaud Legoux moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 9 when null.</param>
    /// <param name="offset">From 0 to 1; 0.85 when null.</param>
    /// <param name="sigma">From 0.1 to 100; 6 when null.</param>
    public static IndicatorSeries Alma(Argument? period = null, Argument? offset = null, Argument? sigma = null) =>
        Call("alma", period, offset, sigma);

    /// <summary>Average price.</summary>
    public static IndicatorSeries AveragePrice() => Call("avgprice");

    /// <summary>Double exponential moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Dema(Argument? period = null) => Call("dema", period);

    /// <summary>Exponential moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Ema(Argument? period = null) => Call("ema", period);

    /// <summary>Fractal adaptive moving average.</summary>
    /// <param name="period">Whole number from 2 to 100000; 16 when null.</param>
    public static IndicatorSeries Frama(Argument? period = null) => Call("frama", period);

    /// <summary>Hull moving average.</summary>
    /// <param name="period">Whole number from 2 to 100000; 20 when null.</param>
    public static IndicatorSeries Hma(Argument? period = null) => Call("hma", period);

    /// <summary>Kaufman's adaptive moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="fast">Whole number from 1 to 100000; 2 when null.</param>
    /// <param name="slow">Whole number from 2 to 100000; 30 when null.</param>
    public static IndicatorSeries Kama(Argument? period = null, Argument? fast = null, Argument? slow = null) => Call("kama", period, fast, slow);

    /// <summary>Laguerre filter.</summary>
    /// <param name="gamma">From 0 to 0.99; 0.8 when null.</param>
    public static IndicatorSeries Laguerre(Argument? gamma = null) => Call("laguerre", gamma);

    /// <summary>Least-squares moving average.</summary>
    /// <param name="period">Whole number from 2 to 100000; 14 when null.</param>
    public static IndicatorSeries Lsma(Argument? period = null) => Call("lsma", period);

    /// <summary>MESA adaptive moving average. Lines: mama, fama.</summary>
    /// <param name="fastLimit">From 0.01 to 1; 0.5 when null.</param>
    /// <param name="slowLimit">From 0.01 to 1; 0.05 when null.</param>
    public static IndicatorSeries Mama(Argument? fastLimit = null, Argument? slowLimit = null) => Call("mama", fastLimit, slowLimit);

    /// <summary>McGinley's dynamic.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries McGinley(Argument? period = null) => Call("mcginley", period);

    /// <summary>Median price.</summary>
    public static IndicatorSeries MedianPrice() => Call("medprice");

    /// <summary>Middle of the range of values.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries MidPoint(Argument? period = null) => Call("midpoint", period);

    /// <summary>Middle of the range of candles.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries MidPrice(Argument? period = null) => Call("midprice", period);

    /// <summary>Sine-weighted moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries SineWma(Argument? period = null) => Call("sinwma", period);

    /// <summary>Simple moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Sma(Argument? period = null) => Call("sma", period);

    /// <summary>Wilder's smoothed moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Smma(Argument? period = null) => Call("smma", period);

    /// <summary>Super smoother.</summary>
    /// <param name="period">Whole number from 2 to 100000; 10 when null.</param>
    public static IndicatorSeries SuperSmoother(Argument? period = null) => Call("ssf", period);

    /// <summary>Tillson's T3.</summary>
    /// <param name="period">Whole number from 1 to 100000; 5 when null.</param>
    /// <param name="factor">From 0 to 1; 0.7 when null.</param>
    public static IndicatorSeries T3(Argument? period = null, Argument? factor = null) => Call("t3", period, factor);

    /// <summary>Triple exponential moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Tema(Argument? period = null) => Call("tema", period);

    /// <summary>Triangular moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Trima(Argument? period = null) => Call("trima", period);

    /// <summary>Typical price.</summary>
    public static IndicatorSeries TypicalPrice() => Call("typprice");

    /// <summary>Variable index dynamic average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="momentum">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries Vidya(Argument? period = null, Argument? momentum = null) => Call("vidya", period, momentum);

    /// <summary>Volume-weighted moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Vwma(Argument? period = null) => Call("vwma", period);

    /// <summary>Weighted close.</summary>
    public static IndicatorSeries WeightedClose() => Call("wclprice");

    /// <summary>Weighted moving average.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Wma(Argument? period = null) => Call("wma", period);

    /// <summary>Zero-lag exponential moving average.</summary>
    /// <param name="period">Whole number from 3 to 100000; 20 when null.</param>
    public static IndicatorSeries Zlema(Argument? period = null) => Call("zlema", period);
}
