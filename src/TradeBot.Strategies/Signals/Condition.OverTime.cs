using TradeBot.MarketData;

namespace TradeBot.Strategies;

public abstract partial class Condition
{
    private protected Condition CallSignal(string function, params Expression[] others) => FunctionTable.Condition(function, [this, .. others]);

    /// <summary>True when the condition was true at one or more of the last candles, including the current one.</summary>
    /// <param name="candles">Number of candles, at least 1.</param>
    public Condition Within(Argument candles) => CallSignal("within", (Series)candles);

    /// <summary>True when the condition was true at each of the last candles, including the current one.</summary>
    /// <param name="candles">Number of candles, at least 1.</param>
    public Condition For(Argument candles) => CallSignal("held", (Series)candles);

    /// <summary>True when the condition was true at least a number of times in the last candles.</summary>
    /// <param name="times">Minimum number of times, at least 1.</param>
    /// <param name="candles">Window in candles.</param>
    public Condition Times(Argument times, Argument candles) => CallSignal("times", (Series)times, (Series)candles);

    /// <summary>True when the condition is true now and was false one candle ago.</summary>
    public Condition Becomes() => CallSignal("becomes");

    /// <summary>The condition some candles ago.</summary>
    /// <param name="candles">At least 1.</param>
    public Condition Ago(Argument candles) => CallSignal("ago", (Series)candles);

    /// <summary>Candles since the condition was last true; unknown before that.</summary>
    public Series CandlesSince() => FunctionTable.Series("candles_since", this);

    /// <summary>True when the condition is true both here and on another timeframe of the same symbol.</summary>
    public Condition AgreesOn(Timeframe timeframe) => this & On(timeframe);

    /// <summary>True when the condition is true and none of the others are.</summary>
    public Condition Unless(params Condition[] vetoes) => CallSignal("veto", [.. vetoes]);
}
