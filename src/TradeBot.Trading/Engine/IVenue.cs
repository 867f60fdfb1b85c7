namespace TradeBot.Trading;

/// <summary>Executes orders: a simulation, a paper account or an exchange.</summary>
/// <remarks>
/// It answers by events, at once or later. A request has taken effect when its event arrives. All calls and all events are on the
/// thread that drives the engine: a venue that receives messages on another thread hands them over first.
/// </remarks>
public interface IVenue
{
    /// <summary>Sets the listener that receives all events of orders; called once, before the first order.</summary>
    /// <param name="events">The listener.</param>
    void Connect(IVenueEvents events);

    /// <summary>The earliest moment at which an order that is sent now can trade, in milliseconds since 1970-01-01 UTC.</summary>
    /// <param name="now">When it is sent.</param>
    long ArrivalOf(long now);

    /// <summary>Takes an order: it is accepted, or ends refused.</summary>
    /// <param name="order">Approved by the risk gate.</param>
    void Submit(ApprovedOrder order);

    /// <summary>Replaces quantity and prices of a working order by its present ones.</summary>
    /// <param name="order">A working order.</param>
    /// <param name="reprices">Whether its limit price has changed.</param>
    void Amend(ApprovedOrder order, bool reprices);

    /// <summary>Cancels a working order, unless it fills first.</summary>
    /// <param name="order">A working order.</param>
    /// <param name="reason">A sentence.</param>
    void Cancel(Order order, string reason);
}
