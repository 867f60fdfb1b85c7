namespace TradeBot.Strategies;

public abstract partial class Series
{
    private protected Series Call(string function, params Expression[] others) => FunctionTable.Series(function, [this, .. others]);

    private protected Condition CallSignal(string function, params Expression[] others) => FunctionTable.Condition(function, [this, .. others]);

    /// <summary>True when the series is above the other now and was not one candle ago.</summary>
    public Condition CrossesAbove(Series other) => new ComparisonCondition(ComparisonOperator.CrossesAbove, this, other);

    /// <summary>True when the series is below the other now and was not one candle ago.</summary>
    public Condition CrossesBelow(Series other) => new ComparisonCondition(ComparisonOperator.CrossesBelow, this, other);

    /// <summary>True when the series crosses the other in either direction.</summary>
    public Condition Crosses(Series other) => new ComparisonCondition(ComparisonOperator.Crosses, this, other);

    /// <summary>True when the series is between two others, inclusive.</summary>
    public Condition IsBetween(Series low, Series high) => CallSignal("between", low, high);

    /// <summary>True when the series is below the first or above the second.</summary>
    public Condition IsOutside(Series low, Series high) => CallSignal("outside", low, high);

    /// <summary>True when the series is between two others now and was not one candle ago.</summary>
    public Condition Enters(Series low, Series high) => CallSignal("enters", low, high);

    /// <summary>True when the series is outside two others now and was not one candle ago.</summary>
    public Condition Leaves(Series low, Series high) => CallSignal("leaves", low, high);

    /// <summary>True when the series has a higher return over a number of candles than the same series of another symbol.</summary>
    /// <param name="symbol">The other symbol.</param>
    /// <param name="candles">Lookback in candles, at least 1.</param>
    public Condition Outperforms(string symbol, int candles) => ChangeRate(candles) > ChangeRate(candles).On(symbol);

    /// <summary>True when the series has a lower return over a number of candles than the same series of another symbol.</summary>
    /// <inheritdoc cref="Outperforms"/>
    public Condition Underperforms(string symbol, int candles) => ChangeRate(candles) < ChangeRate(candles).On(symbol);
}
