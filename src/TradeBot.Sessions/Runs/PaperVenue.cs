using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>The simulated venue on live candles: the same rules as in a backtest, but nothing trades before it was decided.</summary>
/// <remarks>
/// In a backtest an order can trade from the moment of its decision. A live decision can be made later than that, on candles that
/// came late; its orders then wait for the first open after it was really made.
/// </remarks>
internal sealed class PaperVenue(SimulatedVenue market) : IVenue
{
    /// <summary>How many milliseconds after the present moment decisions are made.</summary>
    public long Behind { get; set; }

    public void Connect(IVenueEvents events) => market.Connect(events);

    public long ArrivalOf(long now) => market.ArrivalOf(now) + Behind;

    public void Submit(ApprovedOrder order) => market.Submit(order);

    public void Amend(ApprovedOrder order, bool reprices) => market.Amend(order, reprices);

    public void Cancel(Order order, string reason) => market.Cancel(order, reason);
}
