namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Accumulation/distribution line.</summary>
    public static IndicatorSeries AccumulationDistribution() => Call("ad");

    /// <summary>Chaikin oscillator.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 3 when null.</param>
    /// <param name="slow">Whole number from 1 to 100000; 10 when null.</param>
    public static IndicatorSeries ChaikinOscillator(Argument? fast = null, Argument? slow = null) => Call("adosc", fast, slow);

    /// <summary>Amihud illiquidity.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries Amihud(Argument? period = null) => Call("amihud", period);

    /// <summary>Volume-weighted average price since a moment. Lines: vwap, deviation.</summary>
    /// <param name="anchor">From 0 to 100000; 0 when null.</param>
    public static IndicatorSeries AnchoredVwap(Argument? anchor = null) => Call("avwap", anchor);

    /// <summary>Market facilitation index.</summary>
    public static IndicatorSeries MarketFacilitation() => Call("bwmfi");

    /// <summary>Chaikin money flow.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries ChaikinMoneyFlow(Argument? period = null) => Call("cmf", period);

    /// <summary>Ease of movement.</summary>
    /// <param name="period">Whole number from 1 to 100000; 14 when null.</param>
    /// <param name="scale">From 1e-06 to 1000000000000; 10000 when null.</param>
    public static IndicatorSeries EaseOfMovement(Argument? period = null, Argument? scale = null) => Call("eom", period, scale);

    /// <summary>Force index.</summary>
    /// <param name="period">Whole number from 1 to 100000; 13 when null.</param>
    public static IndicatorSeries ForceIndex(Argument? period = null) => Call("force", period);

    /// <summary>Klinger oscillator. Lines: line, signal.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 34 when null.</param>
    /// <param name="slow">Whole number from 1 to 100000; 55 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 13 when null.</param>
    public static IndicatorSeries Klinger(Argument? fast = null, Argument? slow = null, Argument? signal = null) => Call("kvo", fast, slow, signal);

    /// <summary>Negative volume index.</summary>
    public static IndicatorSeries Nvi() => Call("nvi");

    /// <summary>On-balance volume.</summary>
    public static IndicatorSeries Obv() => Call("obv");

    /// <summary>Positive volume index.</summary>
    public static IndicatorSeries Pvi() => Call("pvi");

    /// <summary>Percentage volume oscillator. Lines: line, signal, histogram.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 12 when null.</param>
    /// <param name="slow">Whole number from 1 to 100000; 26 when null.</param>
    /// <param name="signal">Whole number from 1 to 100000; 9 when null.</param>
    public static IndicatorSeries Pvo(Argument? fast = null, Argument? slow = null, Argument? signal = null) => Call("pvo", fast, slow, signal);

    /// <summary>Price volume trend.</summary>
    public static IndicatorSeries Pvt() => Call("pvt");

    /// <summary>Relative volume.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries RelativeVolume(Argument? period = null) => Call("rvol", period);

    /// <summary>Rolling volume-weighted average price.</summary>
    /// <param name="period">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries RollingVwap(Argument? period = null) => Call("rvwap", period);

    /// <summary>Volume oscillator.</summary>
    /// <param name="fast">Whole number from 1 to 100000; 5 when null.</param>
    /// <param name="slow">Whole number from 1 to 100000; 20 when null.</param>
    public static IndicatorSeries VolumeOscillator(Argument? fast = null, Argument? slow = null) => Call("vosc", fast, slow);

    /// <summary>Volume profile. Lines: poc, low, high.</summary>
    /// <param name="period">Whole number from 1 to 100000; 100 when null.</param>
    /// <param name="bins">Whole number from 2 to 256; 24 when null.</param>
    /// <param name="share">From 0.01 to 0.99; 0.7 when null.</param>
    public static IndicatorSeries VolumeProfile(Argument? period = null, Argument? bins = null, Argument? share = null) =>
        Call("vprofile", period, bins, share);

    /// <summary>Volume-weighted average price of the UTC day. Lines: vwap, deviation.</summary>
    public static IndicatorSeries Vwap() => Call("vwap");

    /// <summary>Williams accumulation/distribution.</summary>
    public static IndicatorSeries Wad() => Call("wad");
}
