using System.Globalization;
using TradeBot.Trading;

namespace TradeBot.Sessions;

/// <summary>Records each request to a venue before it is sent, and each answer.</summary>
/// <param name="venue">The venue that receives the orders.</param>
/// <param name="journal">The journal to write.</param>
/// <param name="brake">Counts the orders that are sent.</param>
/// <param name="name">Name of the session, the prefix of order links.</param>
/// <param name="reduces">Whether an order reduces the present position.</param>
internal sealed class JournaledVenue(IVenue venue, SessionJournal journal, SafetyBrake brake, string name, Func<Order, bool> reduces) : IVenue
{
    public void Connect(IVenueEvents events) => venue.Connect(new Answers(events, journal, reduces));

    public long ArrivalOf(long now) => venue.ArrivalOf(now);

    public void Submit(ApprovedOrder order)
    {
        brake.CountSent();
        Intend(IntentActions.Submit, order.Order);
        venue.Submit(order);
    }

    public void Amend(ApprovedOrder order, bool reprices)
    {
        Intend(IntentActions.Amend, order.Order);
        venue.Amend(order, reprices);
    }

    public void Cancel(Order order, string reason)
    {
        Intend(IntentActions.Cancel, order, reason);
        venue.Cancel(order, reason);
    }

    /// <summary>Written to the disk before anything is sent, so that a crash in between leaves no unrecorded request.</summary>
    private void Intend(string action, Order order, string? reason = null)
    {
        journal.Followed(new IntentEntry(
            action, order.Id, string.Create(CultureInfo.InvariantCulture, $"{name}-{order.Id}"), order.Symbol, order.Side, order.Type, order.Quantity, order.Remaining,
            Finite(order.LimitPrice), Finite(order.StopPrice), order.Trail.Value > 0 ? order.Trail.Value : null, order.ReduceOnly, order.Exit, reason));
        journal.Flush(toDisk: true);
    }

    private static double? Finite(double price) => double.IsFinite(price) ? price : null;

    /// <summary>Forwards the events of a venue, and records them.</summary>
    private sealed class Answers(IVenueEvents desk, SessionJournal journal, Func<Order, bool> reduces) : IVenueEvents
    {
        private long _fills;

        public bool NotesCuts => desk.NotesCuts;

        public void Accepted(Order order)
        {
            desk.Accepted(order);
            journal.Followed(new OrderEntry(order.Id, OrderState.Working, Milliseconds(order.CreatedAt), order.Quantity));
        }

        public void Triggered(Order order, long time)
        {
            desk.Triggered(order, time);
            journal.Followed(new OrderEntry(order.Id, OrderState.Triggered, time, order.Quantity));
        }

        public void Filled(Order order, in Execution execution)
        {
            decimal value = execution.Quantity * execution.Price;
            Note(order, execution.Id, execution.Time, execution.Quantity, execution.Price, order.Side == OrderSide.Buy ? value : -value, execution.Fee, execution.IsMaker, execution.Kind);
            desk.Filled(order, execution);
        }

        void IVenueEvents.Filled(Order order, ref Trading.FillEntry fill, decimal paid, double price, string? execution)
        {
            Note(order, execution ?? string.Create(CultureInfo.InvariantCulture, $"{++_fills}"), fill.Time, fill.Quantity, fill.Shown, paid, fill.Fee, fill.IsMaker, fill.Kind);
            desk.Filled(order, ref fill, paid, price, execution);
        }

        public void Cut(Order order, decimal quantity, string? reason, long time)
        {
            desk.Cut(order, quantity, reason, time);
            journal.Followed(new OrderEntry(order.Id, order.State, time, order.Quantity, reason ?? "Reduced to what cash pays for."));
        }

        public void Ended(Order order, OrderState state, string reason, long time)
        {
            bool isNews = !order.State.IsFinal();
            desk.Ended(order, state, reason, time);
            if (isNews)
                journal.Followed(new OrderEntry(order.Id, state, time, order.Quantity, reason));
        }

        public Order Liquidating(string symbol, decimal quantity) => desk.Liquidating(symbol, quantity);

        public void Charged(decimal amount)
        {
            desk.Charged(amount);
            journal.Followed(new ChargedEntry(amount));
        }

        private void Note(Order order, string execution, long time, decimal quantity, decimal price, decimal paid, decimal fee, bool isMaker, FillKind kind) =>
            journal.Followed(new FilledEntry(execution, order.Id, time, order.Symbol, order.Side, quantity, price, paid, fee, isMaker, kind, reduces(order) ? order.ExitReason : null));

        private static long Milliseconds(DateTime time) => MarketData.UnixTime.FromDateTime(time);
    }
}
