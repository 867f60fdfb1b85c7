namespace TradeBot.Trading;

/// <summary>Executes orders: a simulation, a paper account or an exchange.</summary>
/// <remarks>It answers by events, at once or later. A request has taken effect when its event arrives.</remarks>
internal interface IVenue
{
    /// <summary>Sets the listener that receives all events of orders; called once, before the first order.</summary>
    void Connect(IVenueEvents events);

    /// <summary>The earliest moment at which an order that is sent now can trade, in milliseconds since 1970-01-01 UTC.</summary>
    /// <param name="now">When it is sent.</param>
    long ArrivalOf(long now);

    /// <summary>Takes an order: it is accepted, or ends refused.</summary>
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

/// <summary>Receives the events of orders at a venue.</summary>
internal interface IVenueEvents
{
    /// <summary>An order has been accepted.</summary>
    void Accepted(Order order);

    /// <summary>A stop-limit order has become a limit order.</summary>
    void Triggered(Order order, long time);

    /// <summary>An order trades in part or whole; also one that has ended, when the fill is reported late.</summary>
    /// <param name="order">Of this venue.</param>
    /// <param name="fill">The fill.</param>
    /// <param name="paid">Cash that it costs, without the fee; negative when it adds cash.</param>
    /// <param name="price">Of a fill that opens a position, the price shown as the nearest double, see <see cref="FillEntry.EstimateOf"/>; not read of others.</param>
    /// <param name="execution">The venue's number of the execution: one that was reported before is not booked again; 0 where a venue reports each only once.</param>
    void Filled(Order order, ref FillEntry fill, decimal paid, double price, long execution = 0);

    /// <summary>The quantity of an order is reduced, because cash does not pay for more.</summary>
    /// <param name="order">A working order.</param>
    /// <param name="quantity">The new total quantity.</param>
    /// <param name="reason">A sentence; null where it is not recorded.</param>
    /// <param name="time">When.</param>
    void Cut(Order order, decimal quantity, string? reason, long time);

    /// <summary>Whether the reason of a reduction is recorded, so that it has to be given.</summary>
    bool NotesCuts { get; }

    /// <summary>An order has ended unfilled, or filled in part.</summary>
    /// <param name="order">A working or just submitted order.</param>
    /// <param name="state">Refused, cancelled or expired.</param>
    /// <param name="reason">A sentence.</param>
    /// <param name="time">When.</param>
    void Ended(Order order, OrderState state, string reason, long time);

    /// <summary>The venue closes part or all of a position because there is not enough margin; gives the order for it.</summary>
    Order Liquidating(SymbolBook book, decimal quantity);

    /// <summary>A payment without a fill, such as funding or interest; negative when it is received.</summary>
    void Charged(decimal amount);
}
