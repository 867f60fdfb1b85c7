using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Something true, false or unknown at each candle.</summary>
/// <remarks>
/// Unknown, as during warm-up, is never taken for true, and its opposite is unknown too. The three values
/// follow Kleene's logic: an answer is given where it is the same whatever the unknown would be.
///
/// | a | b | a and b | a or b | not a |
/// | --- | --- | --- | --- | --- |
/// | true | unknown | unknown | true | false |
/// | false | unknown | false | unknown | true |
/// | unknown | unknown | unknown | unknown | unknown |
///
/// Source: S. C. Kleene, <i>Introduction to Metamathematics</i>, 1952, section 64.
/// </remarks>
public abstract partial class Condition : Expression
{
    private protected Condition()
    {
    }

    /// <summary>The condition judged on another timeframe of the same symbol, known from the close of its candles.</summary>
    public Condition On(Timeframe timeframe) => new FeedCondition(this, new FeedReference(null, timeframe));

    /// <summary>The condition judged on another symbol.</summary>
    public Condition On(string symbol) => new FeedCondition(this, new FeedReference(symbol, null));

    /// <summary>The condition judged on another symbol and timeframe, known from the close of its candles.</summary>
    public Condition On(string symbol, Timeframe timeframe) => new FeedCondition(this, new FeedReference(symbol, timeframe));

    /// <summary>True where both are; false where one is.</summary>
    public static Condition operator &(Condition left, Condition right) => new LogicCondition(true, left, right);

    /// <summary>True where one is; false where both are.</summary>
    public static Condition operator |(Condition left, Condition right) => new LogicCondition(false, left, right);

    /// <summary>True where the condition is false; unknown where it is unknown.</summary>
    public static Condition operator !(Condition condition) => new NotCondition(condition);
}
