namespace TradeBot.Strategies;

public abstract partial class Series
{
    /// <summary>True where the series is above its highest value of the candles before.</summary>
    /// <param name="candles">How many candles before, at least 1.</param>
    public Condition BreaksAbove(Argument candles) => Ask("breaks_above", (Series)candles);

    /// <summary>True where the series is below its lowest value of the candles before.</summary>
    /// <param name="candles">How many candles before, at least 1.</param>
    public Condition BreaksBelow(Argument candles) => Ask("breaks_below", (Series)candles);

    /// <summary>True where the series rose at each of the last candles.</summary>
    /// <param name="candles">How many, at least 1.</param>
    public Condition IsRising(Argument candles) => Ask("rising", (Series)candles);

    /// <summary>True where the series fell at each of the last candles.</summary>
    /// <param name="candles">How many, at least 1.</param>
    public Condition IsFalling(Argument candles) => Ask("falling", (Series)candles);

    /// <summary>True where the least-squares line through the last values rises.</summary>
    /// <param name="candles">How many values, at least 2.</param>
    public Condition SlopesUp(Argument candles) => Ask("slopes_up", (Series)candles);

    /// <summary>True where the least-squares line through the last values falls.</summary>
    /// <param name="candles">How many values, at least 2.</param>
    public Condition SlopesDown(Argument candles) => Ask("slopes_down", (Series)candles);

    /// <summary>True where the series rises now, and fell one candle ago.</summary>
    public Condition TurnsUp() => Ask("turns_up");

    /// <summary>True where the series falls now, and rose one candle ago.</summary>
    public Condition TurnsDown() => Ask("turns_down");

    /// <summary>True where the series has risen by a fraction or more.</summary>
    /// <param name="fraction">0.02 is 2 %.</param>
    /// <param name="candles">Over how many candles, at least 1.</param>
    public Condition MovesUp(Argument fraction, Argument candles) => Ask("moves_up", (Series)fraction, (Series)candles);

    /// <summary>True where the series has fallen by a fraction or more.</summary>
    /// <param name="fraction">0.02 is 2 %.</param>
    /// <param name="candles">Over how many candles, at least 1.</param>
    public Condition MovesDown(Argument fraction, Argument candles) => Ask("moves_down", (Series)fraction, (Series)candles);

    /// <summary>True where the series, as a price, makes a lower swing low while an oscillator makes a higher one.</summary>
    /// <param name="oscillator">What should have followed.</param>
    /// <param name="strength">A swing low is below that many candles on either side; it is known so many candles late.</param>
    /// <param name="within">How many candles the two swings may be apart.</param>
    public Condition DivergesBullish(Series oscillator, int strength = 3, int within = 60) =>
        Ask("bullish_divergence", oscillator, (Series)strength, (Series)within);

    /// <summary>True where the series, as a price, makes a higher swing high while an oscillator makes a lower one.</summary>
    /// <inheritdoc cref="DivergesBullish"/>
    public Condition DivergesBearish(Series oscillator, int strength = 3, int within = 60) =>
        Ask("bearish_divergence", oscillator, (Series)strength, (Series)within);

    /// <summary>The series less itself of some candles ago.</summary>
    public Series Change(Argument candles) => Call("change", (Series)candles);

    /// <summary>The series over itself of some candles ago, less 1.</summary>
    public Series ChangeRate(Argument candles) => Call("change_rate", (Series)candles);

    /// <summary>The relative change over some candles, as a fraction; of the close it is written <c>return(60)</c>.</summary>
    /// <param name="candles">At least 1.</param>
    public Series Return(Argument candles) => Call("return", (Series)candles);

    /// <summary>The place among the last values, itself included, as a share: <c>(rank − ½) / n</c>, equal values in the middle of their places.</summary>
    /// <param name="candles">How many values, at least 1.</param>
    public Series RankShare(Argument candles) => Call("rank_share", (Series)candles);

    /// <summary>The distance from the mean of all values since the run began, this one included, in their standard deviations, dividing by n; unknown as long as they are all the same.</summary>
    public Series ExpandingZScore() => Call("expanding_zscore");

    /// <summary>The slope per candle of the least-squares line through the last values.</summary>
    /// <param name="candles">How many values, at least 2.</param>
    public Series Slope(Argument candles) => new IndicatorSeries("linreg", [this], [candles], "slope");
}
