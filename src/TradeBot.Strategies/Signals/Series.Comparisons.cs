namespace TradeBot.Strategies;

public abstract partial class Series
{
    private protected Series Call(string function, params Expression[] others) => FunctionTable.Series(function, [this, .. others]);

    private protected Condition Ask(string function, params Expression[] others) => FunctionTable.Condition(function, [this, .. others]);

    /// <summary>True where the series is above the other now, and was not one candle ago.</summary>
    public Condition CrossesAbove(Series other) => new ComparisonCondition(ComparisonOperator.CrossesAbove, this, other);

    /// <summary>True where the series is below the other now, and was not one candle ago.</summary>
    public Condition CrossesBelow(Series other) => new ComparisonCondition(ComparisonOperator.CrossesBelow, this, other);

    /// <summary>True where the series crosses the other in either direction.</summary>
    public Condition Crosses(Series other) => new ComparisonCondition(ComparisonOperator.Crosses, this, other);

    /// <summary>True where the series lies between two others, both included.</summary>
    public Condition IsBetween(Series low, Series high) => Ask("between", low, high);

    /// <summary>True where the series lies below the one or above the other.</summary>
    public Condition IsOutside(Series low, Series high) => Ask("outside", low, high);

    /// <summary>True where the series lies between two others now, and did not one candle ago.</summary>
    public Condition Enters(Series low, Series high) => Ask("enters", low, high);

    /// <summary>True where the series lies outside two others now, and did not one candle ago.</summary>
    public Condition Leaves(Series low, Series high) => Ask("leaves", low, high);

    /// <summary>True where the series has risen over some candles more than the same series of another symbol, as fractions.</summary>
    /// <param name="symbol">The other symbol.</param>
    /// <param name="candles">Over how many candles, at least 1.</param>
    public Condition Outperforms(string symbol, int candles) => ChangeRate(candles) > ChangeRate(candles).On(symbol);

    /// <summary>True where the series has risen over some candles less than the same series of another symbol, as fractions.</summary>
    /// <inheritdoc cref="Outperforms"/>
    public Condition Underperforms(string symbol, int candles) => ChangeRate(candles) < ChangeRate(candles).On(symbol);
}
