using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>What turns candles into orders: a strategy's targets, or an algorithm.</summary>
internal interface IDecisionMaker
{
    /// <summary>Whether orders may ask for the average true range.</summary>
    bool UsesAtr { get; }

    /// <summary>Whether its orders state quantities, rather than follow from targets.</summary>
    bool StatesQuantities { get; }

    void OnOpen(SymbolBook book, double open, long time);

    void OnCandle(int feed, in Candle candle);

    void Decide(long time);

    /// <summary>A candle of the only feed, and the decision that follows it.</summary>
    void Pass(in Candle candle, long time);

    /// <summary>An order has filled, whole or in part; the fill is the last of the desk's.</summary>
    void OnFill(Order order);
}
