using TradeBot.MarketData;

namespace TradeBot.Strategies;

public abstract partial class Condition
{
    private protected Condition Ask(string function, params Expression[] others) => FunctionTable.Condition(function, [this, .. others]);

    /// <summary>True where the condition was true at one or more of the last candles, the present one included.</summary>
    /// <param name="candles">How many, at least 1.</param>
    public Condition Within(Argument candles) => Ask("within", (Series)candles);

    /// <summary>True where the condition was true at each of the last candles, the present one included.</summary>
    /// <param name="candles">How many, at least 1.</param>
    public Condition For(Argument candles) => Ask("held", (Series)candles);

    /// <summary>True where the condition was true so many times in the last candles, or more.</summary>
    /// <param name="times">How often, at least 1.</param>
    /// <param name="candles">In how many candles.</param>
    public Condition Times(Argument times, Argument candles) => Ask("times", (Series)times, (Series)candles);

    /// <summary>True where the condition is true and was false one candle ago.</summary>
    public Condition Becomes() => Ask("becomes");

    /// <summary>The condition as it was some candles ago.</summary>
    /// <param name="candles">At least 1.</param>
    public Condition Ago(Argument candles) => Ask("ago", (Series)candles);

    /// <summary>Candles since the condition was last true; unknown before it ever was.</summary>
    public Series CandlesSince() => FunctionTable.Series("candles_since", this);

    /// <summary>True where the condition is true here and on another timeframe of the same symbol.</summary>
    public Condition AgreesOn(Timeframe timeframe) => this & On(timeframe);

    /// <summary>True where the condition is true and none of the others is.</summary>
    public Condition Unless(params Condition[] vetoes) => Ask("veto", [.. vetoes]);
}
