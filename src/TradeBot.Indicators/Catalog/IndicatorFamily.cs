namespace TradeBot.Indicators;

/// <summary>Families of indicators; for those of this library also the namespace.</summary>
public enum IndicatorFamily
{
    /// <summary>Smoothed prices.</summary>
    Averages,

    /// <summary>Speed and reach of price moves.</summary>
    Momentum,

    /// <summary>Direction and its strength.</summary>
    Trend,

    /// <summary>Size of price moves, and bands drawn with it.</summary>
    Volatility,

    /// <summary>Traded quantity beside price.</summary>
    Volume,

    /// <summary>Moments, dependence and order of a window's values.</summary>
    Statistics,

    /// <summary>Shapes of one or a few candles.</summary>
    Patterns,

    /// <summary>Registered by a user, or used without registration.</summary>
    Own,
}
