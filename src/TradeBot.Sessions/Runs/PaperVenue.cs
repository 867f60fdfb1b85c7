using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>The simulated venue on live candles: the rules of a backtest, but no order fills before its decision was made.</summary>
/// <remarks>
/// In a backtest an order can trade from the moment of its decision. A live decision can be made later, on candles that
/// arrived late; its orders then wait for the first open after the decision was actually made.
/// </remarks>
internal sealed class PaperVenue(SimulatedVenue market) : IVenue
{
    /// <summary>Delay of decisions after the present moment, in milliseconds.</summary>
    public long Behind { get; set; }

    public void Connect(IVenueEvents events) => market.Connect(events);

    public long ArrivalOf(long now) => market.ArrivalOf(now) + Behind;

    public void Submit(ApprovedOrder order) => market.Submit(order);

    public void Amend(ApprovedOrder order, bool reprices) => market.Amend(order, reprices);

    public void Cancel(Order order, string reason) => market.Cancel(order, reason);
}
