namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Average directional index.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Adx(Argument? period = null) => Call("adx", period);

    /// <summary>Average directional index rating.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Adxr(Argument? period = null) => Call("adxr", period);

    /// <summary>Alligator. Lines: jaw, teeth, lips.</summary>
    public static IndicatorSeries Alligator() => Call("alligator");

    /// <summary>Aroon. Lines: up, down, oscillator.</summary>
    /// <param name="period">Whole number from 1 to 100000; 25 when null.</param>
    public static IndicatorSeries Aroon(Argument? period = null) => Call("aroon", period);

    /// <summary>Camarilla pivot points. Lines: s4, s3, s2, s1, pivot, r1, r2, r3, r4.</summary>
    public static IndicatorSeries CamarillaPivots() => Call("camarilla");

    /// <summary>Choppiness index.</summary>
    /// <param name="period">Whole number from 2 to 100000; 14 when null.</param>
    public static IndicatorSeries Choppiness(Argument? period = null) => Call("chop", period);

    /// <summary>Chande Kroll stop. Lines: long, short.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="multiple">From 0.01 to 100; 1 when null.</param>
    /// <param name="hold">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries ChandeKrollStop(Argument? period = null, Argument? multiple = null, Argument? hold = null) =>
        Call("ckstop", period, multiple, hold);

    /// <summary>ZigZag, confirmed turning points only. Lines: pivot, direction.</summary>
    /// <param name="threshold">From 0.0001 to 0.9; 0.05 when null.</param>
    public static IndicatorSeries ConfirmedZigZag(Argument? threshold = null) => Call("czigzag", threshold);

    /// <summary>Directional movement index. Lines: plus, minus, dx.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Dmi(Argument? period = null) => Call("dmi", period);

    /// <summary>Fibonacci pivot points. Lines: s3, s2, s1, pivot, r1, r2, r3.</summary>
    public static IndicatorSeries FibonacciPivots() => Call("fibpivots");

    /// <summary>Williams fractals, when confirmed. Lines: high, low.</summary>
    /// <param name="wing">Whole number from 1 to 100000; 2 when null.</param>
    public static IndicatorSeries Fractals(Argument? wing = null) => Call("fractals", wing);

    /// <summary>Gator oscillator. Lines: upper, lower.</summary>
    public static IndicatorSeries Gator() => Call("gator");

    /// <summary>Heikin-Ashi candles. Lines: open, high, low, close, direction.</summary>
    public static IndicatorSeries HeikinAshi() => Call("heikinashi");

    /// <summary>Ichimoku Kinko Hyo. Lines: conversion, base, leading a, leading b, lagging.</summary>
    /// <param name="tenkan">Whole number from 1 to 100000; 9 when null.</param>
    /// <param name="kijun">Whole number from 1 to 100000; 26 when null.</param>
    /// <param name="senkou">Whole number from 1 to 100000; 52 when null.</param>
    /// <param name="displacement">Whole number from 0 to 100000; 26 when null.</param>
    public static IndicatorSeries Ichimoku(Argument? tenkan = null, Argument? kijun = null, Argument? senkou = null, Argument? displacement = null) =>
        Call("ichimoku", tenkan, kijun, senkou, displacement);

    /// <summary>Linear regression. Lines: end, slope, intercept, fit, forecast.</summary>
    /// <param name="period">Whole number from 2 to 100000; 14 when null.</param>
    public static IndicatorSeries LinearRegression(Argument? period = null) => Call("linreg", period);

    /// <summary>Mass index.</summary>
    /// <param name="smoothing">Whole number from 1 to 100000; 9 when null.</param>
    /// <param name="sum">Whole number from 1 to 100000; 25 when null.</param>
    public static IndicatorSeries MassIndex(Argument? smoothing = null, Argument? sum = null) => Call("mass", smoothing, sum);

    /// <summary>Floor pivot points. Lines: s3, s2, s1, pivot, r1, r2, r3.</summary>
    public static IndicatorSeries PivotPoints() => Call("pivots");

    /// <summary>Parabolic stop and reverse. Lines: stop, direction.</summary>
    /// <param name="step">From 0.0001 to 1; 0.02 when null.</param>
    /// <param name="limit">From 0.0001 to 1; 0.2 when null.</param>
    public static IndicatorSeries ParabolicSar(Argument? step = null, Argument? limit = null) => Call("sar", step, limit);

    /// <summary>Random walk index. Lines: high, low.</summary>
    /// <param name="period">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries Rwi(Argument? period = null) => Call("rwi", period);

    /// <summary>Supertrend. Lines: stop, direction.</summary>
    /// <param name="period">Whole number from 1 to 100000; 10 when null.</param>
    /// <param name="multiple">From 0.01 to 100; 3 when null.</param>
    public static IndicatorSeries Supertrend(Argument? period = null, Argument? multiple = null) => Call("supertrend", period, multiple);

    /// <summary>Vertical horizontal filter.</summary>
    /// <param name="period">Whole number from 1 to 100000; 28 when null.</param>
    public static IndicatorSeries Vhf(Argument? period = null) => Call("vhf", period);

    /// <summary>Vortex indicator. Lines: plus, minus.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    public static IndicatorSeries Vortex(Argument? period = null) => Call("vortex", period);

    /// <summary>Woodie's pivot points. Lines: s3, s2, s1, pivot, r1, r2, r3.</summary>
    public static IndicatorSeries WoodiePivots() => Call("woodie");
}
