using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>Lets an order algorithm trade.</summary>
internal sealed class AlgorithmTrader(IOrderAlgorithmSession session, OrderDesk desk) : IDecisionMaker
{
    public bool UsesAtr => true;

    public bool StatesQuantities => true;

    public void OnOpen(SymbolBook book, double open, long time)
    {
    }

    public void OnCandle(int feed, in Candle candle) => session.OnCandle(feed, candle);

    public void Decide(long time) => session.Decide(desk);

    public void WarmUp()
    {
        // An algorithm decides by giving orders, which it may not yet.
    }

    public void OnFill(Order order) => session.OnFill(desk.Books.Fills[^1], order, desk);
}
