using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A number at each candle: a price, an indicator, or arithmetic on them. NaN while unknown.</summary>
/// <remarks>
/// Comparing two gives a <see cref="Condition"/>: <c>Close &gt; Ema(200)</c>. Numbers convert to constant series.
/// </remarks>
public abstract partial class Series : Expression
{
    private protected Series()
    {
    }

    /// <summary>A number, the same at each candle.</summary>
    public static implicit operator Series(double value) => new ConstantSeries(value);

    /// <summary>A number or a parameter, the same at each candle.</summary>
    public static implicit operator Series(Argument value) => new ConstantSeries(value);

    /// <summary>The series some candles ago.</summary>
    /// <param name="candlesAgo">At least 1.</param>
    public Series this[int candlesAgo] => new ShiftSeries(this, candlesAgo);

    /// <summary>The series computed on another timeframe of the same symbol, known from the close of its candles.</summary>
    public Series On(Timeframe timeframe) => new FeedSeries(this, new FeedReference(null, timeframe));

    /// <summary>The series computed on another symbol.</summary>
    public Series On(string symbol) => new FeedSeries(this, new FeedReference(symbol, null));

    /// <summary>The series computed on another symbol and timeframe, known from the close of its candles.</summary>
    public Series On(string symbol, Timeframe timeframe) => new FeedSeries(this, new FeedReference(symbol, timeframe));

    /// <summary>Sum.</summary>
    public static Series operator +(Series left, Series right) => new ArithmeticSeries(ArithmeticOperator.Add, left, right);

    /// <summary>Difference.</summary>
    public static Series operator -(Series left, Series right) => new ArithmeticSeries(ArithmeticOperator.Subtract, left, right);

    /// <summary>Product.</summary>
    public static Series operator *(Series left, Series right) => new ArithmeticSeries(ArithmeticOperator.Multiply, left, right);

    /// <summary>Quotient; unknown when the divisor is 0.</summary>
    public static Series operator /(Series left, Series right) => new ArithmeticSeries(ArithmeticOperator.Divide, left, right);

    /// <summary>The series times −1.</summary>
    public static Series operator -(Series value) => -1 * value;

    /// <summary>True when left is greater.</summary>
    public static Condition operator >(Series left, Series right) => new ComparisonCondition(ComparisonOperator.Above, left, right);

    /// <summary>True when left is less.</summary>
    public static Condition operator <(Series left, Series right) => new ComparisonCondition(ComparisonOperator.Below, left, right);

    /// <summary>True when left is greater or equal.</summary>
    public static Condition operator >=(Series left, Series right) => new ComparisonCondition(ComparisonOperator.AtLeast, left, right);

    /// <summary>True when left is less or equal.</summary>
    public static Condition operator <=(Series left, Series right) => new ComparisonCondition(ComparisonOperator.AtMost, left, right);
}
