namespace TradeBot.Trading;

/// <summary>Where orders go: a simulation, a paper account, an exchange.</summary>
/// <remarks>
/// It answers by events, at once or later. What it is asked for has happened when it says so. All calls and all events are on one
/// thread, that of whoever drives the engine: a venue that hears from an exchange on another thread hands its news over first.
/// </remarks>
public interface IVenue
{
    /// <summary>Names who is told of everything that happens to orders; once, before the first order.</summary>
    /// <param name="events">Told until the end.</param>
    void Connect(IVenueEvents events);

    /// <summary>The earliest moment at which an order that is sent now can trade, in milliseconds since 1970-01-01 UTC.</summary>
    /// <param name="now">When it is sent.</param>
    long ArrivalOf(long now);

    /// <summary>Takes an order: it is accepted, or ends refused.</summary>
    /// <param name="order">Approved by the risk gate.</param>
    void Submit(ApprovedOrder order);

    /// <summary>Takes the present quantity and prices of a working order in place of those before.</summary>
    /// <param name="order">Works.</param>
    /// <param name="reprices">Whether its limit is another.</param>
    void Amend(ApprovedOrder order, bool reprices);

    /// <summary>Ends an order that works, unless it fills before.</summary>
    /// <param name="order">Works.</param>
    /// <param name="reason">A sentence.</param>
    void Cancel(Order order, string reason);
}
