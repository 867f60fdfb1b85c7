using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Turns candles into orders: by a strategy's targets, or by an algorithm.</summary>
internal interface IDecisionMaker
{
    /// <summary>Whether orders may use the average true range.</summary>
    bool UsesAtr { get; }

    /// <summary>Whether its orders state quantities, rather than follow from targets.</summary>
    bool StatesQuantities { get; }

    void OnOpen(SymbolBook book, double open, long time);

    void OnCandle(int feed, in Candle candle);

    void Decide(long time);

    /// <summary>The candles of a moment before trading begins have been told: what is decided now is not traded.</summary>
    void WarmUp();

    /// <summary>An order has filled, whole or in part; the fill is the last of the desk's.</summary>
    void OnFill(Order order);
}

/// <summary>A decision maker that can process many candles while nothing trades, and stops at the first one after which it wants to trade.</summary>
internal interface ICandleWatcher
{
    /// <summary>Whether its decisions depend only on past candles, as long as nothing fills and no order waits.</summary>
    bool IsBlind { get; }

    /// <summary>Processes candles of the only feed, and decides on each, until it wants to trade; for a maker that <see cref="IsBlind"/>.</summary>
    /// <param name="candles">Of the only feed.</param>
    /// <param name="from">The first candle.</param>
    /// <param name="to">The candle after the last.</param>
    /// <returns>The candle after which it wants to trade, which <see cref="Act"/> then does; <paramref name="to"/> when there is none.</returns>
    int Watch(CandleSeries candles, int from, int to);

    /// <summary>Makes the trades that it wanted at the last candle it processed.</summary>
    void Act(long time);
}
