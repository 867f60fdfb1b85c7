using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>A condition: true, false or unknown at each candle.</summary>
/// <remarks>
/// Unknown, as during warm-up, never counts as true, and its negation is unknown too. The three values
/// follow Kleene's logic: a result is known when the unknown value cannot change it.
///
/// <list type="table">
/// <listheader><term>operands</term><description>results</description></listheader>
/// <item><term>a is true; b is unknown</term><description>a and b is unknown; a or b is true; not a is false</description></item>
/// <item><term>a is false; b is unknown</term><description>a and b is false; a or b is unknown; not a is true</description></item>
/// <item><term>a is unknown; b is unknown</term><description>a and b is unknown; a or b is unknown; not a is unknown</description></item>
/// </list>
///
/// Source: S. C. Kleene, <i>Introduction to Metamathematics</i>, 1952, section 64.
/// </remarks>
public abstract partial class Condition : Expression
{
    private protected Condition()
    {
    }

    /// <summary>The condition on another timeframe of the same symbol, known from the close of its candles.</summary>
    public Condition On(Timeframe timeframe) => new FeedCondition(this, new FeedReference(null, timeframe));

    /// <summary>The condition on another symbol.</summary>
    public Condition On(string symbol) => new FeedCondition(this, new FeedReference(symbol, null));

    /// <summary>The condition on another symbol and timeframe, known from the close of its candles.</summary>
    public Condition On(string symbol, Timeframe timeframe) => new FeedCondition(this, new FeedReference(symbol, timeframe));

    /// <summary>True when both are true; false when one is false.</summary>
    public static Condition operator &(Condition left, Condition right) => new LogicCondition(true, left, right);

    /// <summary>True when one is true; false when both are false.</summary>
    public static Condition operator |(Condition left, Condition right) => new LogicCondition(false, left, right);

    /// <summary>True when the condition is false; unknown when it is unknown.</summary>
    public static Condition operator !(Condition condition) => new NotCondition(condition);
}
