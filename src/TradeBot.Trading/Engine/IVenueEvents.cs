namespace TradeBot.Trading;

/// <summary>Is told of what happens to orders at a venue.</summary>
/// <remarks>The engine's order desk is one, and what stands between it and a venue; nothing outside this project needs another.</remarks>
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
    /// <param name="execution">What happened; one that was told before is not booked again.</param>
    /// <exception cref="ArgumentException">The quantity or the price is not positive, or it has no identity.</exception>
    void Filled(Order order, in Execution execution);

    /// <summary>An order trades in part or whole, as a simulation tells it.</summary>
    /// <param name="order">Of this venue.</param>
    /// <param name="fill">What happened.</param>
    /// <param name="paid">What it takes from cash, fee apart; negative when it brings cash.</param>
    /// <param name="price">The displayed price as the nearest double, see <see cref="FillEntry.EstimateOf"/>; read only of fills that open a position.</param>
    /// <param name="execution">The venue's name of it: one that was told before is not booked again; null where a venue tells each once.</param>
    internal void Filled(Order order, ref FillEntry fill, decimal paid, double price, string? execution = null);

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

    /// <summary>The venue closes so much of a position because its margin is gone.</summary>
    /// <param name="symbol">Of the run.</param>
    /// <param name="quantity">Positive.</param>
    /// <returns>The order that says so.</returns>
    Order Liquidating(string symbol, decimal quantity);

    /// <summary>Cash is taken apart from any fill, as funding and interest are; negative when it is received.</summary>
    /// <param name="amount">In account currency.</param>
    void Charged(decimal amount);
}
