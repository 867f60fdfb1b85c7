namespace TradeBot.Trading;

/// <summary>Where orders go: a simulation, a paper account, an exchange.</summary>
/// <remarks>It answers by events, at once or later. What it is asked for has happened when it says so.</remarks>
internal interface IVenue
{
    /// <summary>Names who is told of everything that happens to orders; once, before the first order.</summary>
    void Connect(IVenueEvents events);

    /// <summary>The earliest moment at which an order that is sent now can trade, in milliseconds since 1970-01-01 UTC.</summary>
    /// <param name="now">When it is sent.</param>
    long ArrivalOf(long now);

    /// <summary>Takes an order: it is accepted, or ends refused.</summary>
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

/// <summary>Is told of what happens to orders at a venue.</summary>
internal interface IVenueEvents
{
    /// <summary>An order works.</summary>
    void Accepted(Order order);

    /// <summary>A stop-limit order has become a limit order.</summary>
    void Triggered(Order order, long time);

    /// <summary>An order trades in part or whole; also one that has ended, when the news of it comes late.</summary>
    /// <param name="order">Of this venue.</param>
    /// <param name="fill">What happened.</param>
    /// <param name="paid">What it takes from cash, fee apart; negative when it brings cash.</param>
    /// <param name="price">Of a fill that opens a position, the price shown as the nearest double, see <see cref="FillEntry.EstimateOf"/>; not read of others.</param>
    /// <param name="execution">The venue's number of it: one that was told before is not booked again; 0 where a venue tells each once.</param>
    void Filled(Order order, ref FillEntry fill, decimal paid, double price, long execution = 0);

    /// <summary>Less of an order can trade than it asks for, since cash does not pay for more: it becomes one of so much.</summary>
    /// <param name="order">Works.</param>
    /// <param name="quantity">What it is now, in all.</param>
    /// <param name="reason">A sentence; null where nobody notes it.</param>
    /// <param name="time">When.</param>
    void Cut(Order order, decimal quantity, string? reason, long time);

    /// <summary>Whether the reason of a cut is noted, so that it is worth a sentence.</summary>
    bool NotesCuts { get; }

    /// <summary>An order has ended unfilled, or filled in part.</summary>
    /// <param name="order">Works, or has just been submitted.</param>
    /// <param name="state">Refused, cancelled or expired.</param>
    /// <param name="reason">A sentence.</param>
    /// <param name="time">When.</param>
    void Ended(Order order, OrderState state, string reason, long time);

    /// <summary>The venue closes so much of a position because its margin is gone: the order that says so.</summary>
    Order Liquidating(SymbolBook book, decimal quantity);

    /// <summary>Cash is taken apart from any fill, as funding and interest are; negative when it is received.</summary>
    void Charged(decimal amount);
}
