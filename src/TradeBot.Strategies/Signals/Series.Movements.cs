namespace TradeBot.Strategies;

public abstract partial class Series
{
    /// <summary>True when the series is above its highest value of the previous candles.</summary>
    /// <param name="candles">Number of previous candles, at least 1.</param>
    public Condition BreaksAbove(Argument candles) => CallSignal("breaks_above", (Series)candles);

    /// <summary>True when the series is below its lowest value of the previous candles.</summary>
    /// <param name="candles">Number of previous candles, at least 1.</param>
    public Condition BreaksBelow(Argument candles) => CallSignal("breaks_below", (Series)candles);

    /// <summary>True when the series rose at each of the last candles.</summary>
    /// <param name="candles">Number of candles, at least 1.</param>
    public Condition IsRising(Argument candles) => CallSignal("rising", (Series)candles);

    /// <summary>True when the series fell at each of the last candles.</summary>
    /// <param name="candles">Number of candles, at least 1.</param>
    public Condition IsFalling(Argument candles) => CallSignal("falling", (Series)candles);

    /// <summary>True when the least-squares line through the last values rises.</summary>
    /// <param name="candles">Number of values, at least 2.</param>
    public Condition SlopesUp(Argument candles) => CallSignal("slopes_up", (Series)candles);

    /// <summary>True when the least-squares line through the last values falls.</summary>
    /// <param name="candles">Number of values, at least 2.</param>
    public Condition SlopesDown(Argument candles) => CallSignal("slopes_down", (Series)candles);

    /// <summary>True when the series rises now and fell one candle ago.</summary>
    public Condition TurnsUp() => CallSignal("turns_up");

    /// <summary>True when the series falls now and rose one candle ago.</summary>
    public Condition TurnsDown() => CallSignal("turns_down");

    /// <summary>True when the series has risen by at least a fraction.</summary>
    /// <param name="fraction">0.02 is 2 %.</param>
    /// <param name="candles">Lookback in candles, at least 1.</param>
    public Condition MovesUp(Argument fraction, Argument candles) => CallSignal("moves_up", (Series)fraction, (Series)candles);

    /// <summary>True when the series has fallen by at least a fraction.</summary>
    /// <param name="fraction">0.02 is 2 %.</param>
    /// <param name="candles">Lookback in candles, at least 1.</param>
    public Condition MovesDown(Argument fraction, Argument candles) => CallSignal("moves_down", (Series)fraction, (Series)candles);

    /// <summary>True when the series, as a price, makes a lower swing low while an oscillator makes a higher one.</summary>
    /// <param name="oscillator">The oscillator to compare.</param>
    /// <param name="strength">Number of candles on either side of a swing; a swing is known this many candles late.</param>
    /// <param name="within">Maximum distance between the two swings, in candles.</param>
    public Condition DivergesBullish(Series oscillator, int strength = 3, int within = 60) =>
        CallSignal("bullish_divergence", oscillator, (Series)strength, (Series)within);

    /// <summary>True when the series, as a price, makes a higher swing high while an oscillator makes a lower one.</summary>
    /// <inheritdoc cref="DivergesBullish"/>
    public Condition DivergesBearish(Series oscillator, int strength = 3, int within = 60) =>
        CallSignal("bearish_divergence", oscillator, (Series)strength, (Series)within);

    /// <summary>The change over a number of candles.</summary>
    public Series Change(Argument candles) => Call("change", (Series)candles);

    /// <summary>The relative change over a number of candles.</summary>
    public Series ChangeRate(Argument candles) => Call("change_rate", (Series)candles);

    /// <summary>The relative change over a number of candles, as a fraction; for the close it is written <c>return(60)</c>.</summary>
    /// <param name="candles">At least 1.</param>
    public Series Return(Argument candles) => Call("return", (Series)candles);

    /// <summary>The rank among the last values, including itself, as a fraction: <c>(rank − ½) / n</c>; ties share their average rank.</summary>
    /// <param name="candles">Number of values, at least 1.</param>
    public Series RankShare(Argument candles) => Call("rank_share", (Series)candles);

    /// <summary>Expanding z-score: distance from the mean of all values of the run so far, in their standard deviations, dividing by n; unknown while they are all equal.</summary>
    public Series ExpandingZScore() => Call("expanding_zscore");

    /// <summary>The slope per candle of the least-squares line through the last values.</summary>
    /// <param name="candles">Number of values, at least 2.</param>
    public Series Slope(Argument candles) => new IndicatorSeries("linreg", [this], [candles], "slope");
}
