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

    /// <summary>The candles of a moment before trading begins have been told: what is decided now is not traded.</summary>
    void WarmUp();

    /// <summary>An order has filled, whole or in part; the fill is the last of the desk's.</summary>
    void OnFill(Order order);
}

/// <summary>A decision maker that can see many candles while nothing trades, and tell when it wants something.</summary>
internal interface ICandleWatcher
{
    /// <summary>Whether it decides from no more than the candles that it has seen, as long as nothing fills and no order waits.</summary>
    bool IsBlind { get; }

    /// <summary>Sees candles of the only feed, and decides on each, until it wants something; for a maker that <see cref="IsBlind"/>.</summary>
    /// <param name="candles">Of the only feed.</param>
    /// <param name="from">The first to see.</param>
    /// <param name="to">The first not to see.</param>
    /// <returns>The candle after which it wants something, which <see cref="Act"/> will do; <paramref name="to"/> when it wants nothing.</returns>
    int Watch(CandleSeries candles, int from, int to);

    /// <summary>Does what it wanted when it last looked.</summary>
    void Act(long time);
}
