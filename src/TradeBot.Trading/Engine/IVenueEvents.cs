namespace TradeBot.Trading;

/// <summary>Receives the events of orders at a venue.</summary>
/// <remarks>Implemented by the engine's order desk and by wrappers between it and a venue, such as a journal.</remarks>
public interface IVenueEvents
{
    /// <summary>An order works.</summary>
    void Accepted(Order order);

    /// <summary>A stop-limit order has become a limit order.</summary>
    /// <param name="order">Worked.</param>
    /// <param name="time">When, milliseconds since 1970-01-01 UTC.</param>
    void Triggered(Order order, long time);

    /// <summary>An order trades in part or whole; also one that has ended, when the news of it comes late.</summary>
    /// <param name="order">Of this venue.</param>
    /// <param name="execution">What happened; an execution that was reported before is not booked again.</param>
    /// <exception cref="ArgumentException">The quantity or the price is not positive, or it has no identity.</exception>
    void Filled(Order order, in Execution execution);

    /// <summary>An order trades in part or whole in a simulation.</summary>
    /// <param name="order">Of this venue.</param>
    /// <param name="fill">What happened.</param>
    /// <param name="paid">What it takes from cash, fee apart; negative when it brings cash.</param>
    /// <param name="price">The displayed price as the nearest double, see <see cref="FillEntry.EstimateOf"/>; read only of fills that open a position.</param>
    /// <param name="execution">The venue's identifier of the execution: one that was reported before is not booked again; null if the venue reports each once.</param>
    internal void Filled(Order order, ref FillEntry fill, decimal paid, double price, string? execution = null);

    /// <summary>Less of an order can trade than it asks for, since cash does not pay for more: it becomes one of so much.</summary>
    /// <param name="order">Works.</param>
    /// <param name="quantity">What it is now, in all.</param>
    /// <param name="reason">A sentence; null if it is not recorded.</param>
    /// <param name="time">When.</param>
    void Cut(Order order, decimal quantity, string? reason, long time);

    /// <summary>Whether the reason of a cut is recorded, so that the venue has to write one.</summary>
    bool NotesCuts { get; }

    /// <summary>An order has ended unfilled, or filled in part.</summary>
    /// <param name="order">Works, or has just been submitted.</param>
    /// <param name="state">Refused, cancelled or expired.</param>
    /// <param name="reason">A sentence.</param>
    /// <param name="time">When.</param>
    void Ended(Order order, OrderState state, string reason, long time);

    /// <summary>The venue closes so much of a position because its margin is gone.</summary>
    /// <param name="symbol">Of the run.</param>
    /// <param name="quantity">Positive.</param>
    /// <returns>The order that says so.</returns>
    Order Liquidating(string symbol, decimal quantity);

    /// <summary>Cash is taken apart from any fill, as funding and interest are; negative when it is received.</summary>
    /// <param name="amount">In account currency.</param>
    void Charged(decimal amount);
}
