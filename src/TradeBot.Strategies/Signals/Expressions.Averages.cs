namespace TradeBot.Strategies;

public static partial class Expressions
{
    /// <summary>Simple moving average of the closes.</summary>
    public static IndicatorSeries Sma(Argument period) => Indicator("sma", period);

    /// <summary>Exponential moving average of the closes.</summary>
    public static IndicatorSeries Ema(Argument period) => Indicator("ema", period);

    /// <summary>Wilder's smoothed moving average of the closes.</summary>
    public static IndicatorSeries Smma(Argument period) => Indicator("smma", period);

    /// <summary>Relative strength index, from 0 to 100.</summary>
    public static IndicatorSeries Rsi(Argument period) => Indicator("rsi", period);

    /// <summary>Average true range, in price units.</summary>
    public static IndicatorSeries Atr(Argument period) => Indicator("atr", period);

    /// <summary>Standard deviation of the closes.</summary>
    public static IndicatorSeries StdDev(Argument period) => Indicator("stddev", period);

    /// <summary>Bollinger bands.</summary>
    public static IndicatorSeries Bollinger(Argument period, Argument deviations) => Indicator("bollinger", period, deviations);
}
