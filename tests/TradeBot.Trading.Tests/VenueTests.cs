using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>The engine at a venue that is no simulation: it rejects, fills in parts, late, and tells things twice.</summary>
public class VenueTests
{
    private const long Minute = 60_000;

    private readonly FakeVenue _venue = new();
    private readonly TradingBooks _books = new([new Instrument("TEST", InstrumentKind.Linear, 0.01m, 0.001m)], cash: 1_000m);
    private double _target;
    private long _time;

    [Fact]
    public void Partial_fills_add_up_and_a_fill_that_is_told_twice_is_booked_once()
    {
        TradingEngine engine = Engine();
        Step(engine, close: 100, target: 1);
        Order order = Assert.Single(_venue.Working);
        Assert.Equal((OrderSide.Buy, 10m, OrderState.Working), (order.Side, order.Quantity, order.State));

        _venue.Fill(order, 4, 100, fee: 0.1m, execution: "1");
        _venue.Fill(order, 4, 100, fee: 0.1m, execution: "1");
        Assert.Equal((4m, 6m, OrderState.PartiallyFilled), (_books.Account.Quantity(0), order.Remaining, order.State));
        _venue.Fill(order, 6, 101, fee: 0.2m, execution: "2");
        Assert.Equal((10m, 1_000m - 400 - 606 - 0.3m, OrderState.Filled), (_books.Account.Quantity(0), _books.Account.Cash, order.State));
        Assert.Equal(2, _books.Fills.Count);
        Assert.Empty(_books.Symbols[0].Orders);
    }

    [Fact]
    public void A_rejected_order_leaves_the_account_flat_and_the_target_is_tried_again()
    {
        TradingEngine engine = Engine();
        _venue.Rejects = "Too many requests.";
        Step(engine, close: 100, target: 1);
        Assert.Equal((OrderState.Refused, "Too many requests."), (_books.Orders[0].State, _books.Orders[0].Reason));
        Assert.Contains(_books.Refusals, r => r.Reason.Contains("Too many requests.", StringComparison.Ordinal));
        Assert.Equal((0m, 1_000m), (_books.Account.Quantity(0), _books.Account.Cash));

        _venue.Rejects = null;
        Step(engine, close: 100, target: 1);
        _venue.Fill(Assert.Single(_venue.Working), 10, 100, fee: 0, execution: "7");
        Assert.Equal(10m, _books.Account.Quantity(0));
    }

    [Fact]
    public void A_fill_that_comes_after_the_order_was_cancelled_is_booked_and_the_next_target_closes_it()
    {
        TradingEngine engine = Engine();
        Step(engine, close: 100, target: 1);
        Order first = Assert.Single(_venue.Working);
        Step(engine, close: 100, target: 0.5);                  // replaces the order, which the venue cancels
        Assert.Equal(OrderState.Cancelled, first.State);
        Order second = Assert.Single(_venue.Working);
        _venue.Fill(second, 5, 100, fee: 0, execution: "1");
        _venue.Fill(first, 3, 100, fee: 0, execution: "2");       // it had traded before the cancellation arrived
        Assert.Equal((8m, OrderState.Cancelled, 7m), (_books.Account.Quantity(0), first.State, first.Remaining));
        Assert.Equal(1_000m - 800m, _books.Account.Cash);

        Step(engine, close: 100, target: 0);
        Order close = Assert.Single(_venue.Working);
        Assert.Equal((OrderSide.Sell, 8m), (close.Side, close.Quantity));
        _venue.Fill(close, 8, 100, fee: 0, execution: "3");
        Assert.Equal((0m, 1_000m), (_books.Account.Quantity(0), _books.Account.Cash));
    }

    [Fact]
    public void A_venue_that_is_slow_to_cancel_keeps_the_order_among_the_working_ones_until_it_says_so()
    {
        TradingEngine engine = Engine();
        Step(engine, close: 100, target: 1);
        Order order = Assert.Single(_venue.Working);
        _venue.HoldsCancels = true;
        Assert.True(engine.Desk.Cancel(order));
        Assert.Equal(OrderState.Working, order.State);
        Assert.Same(order, Assert.Single(_books.Symbols[0].Orders));
        _venue.Fill(order, 10, 100, fee: 0, execution: "1");
        _venue.ReleaseCancels();
        Assert.Equal((10m, OrderState.Filled), (_books.Account.Quantity(0), order.State));
    }

    [Fact]
    public void An_exchange_tells_executions_by_their_names_and_one_that_is_told_again_changes_nothing()
    {
        TradingEngine engine = Engine();
        Step(engine, close: 100, target: 1);
        Order order = Assert.Single(_venue.Working);
        IVenueEvents desk = engine.Desk;
        foreach (string id in (string[])["a", "a", "b"])
            desk.Filled(order, new Execution(id, _time, 4, 101, Fee: 0.25m, IsMaker: true));

        // Twice 4 at 101 with a fee of 0.25 each.
        Assert.Equal((8m, 1_000m - 808m - 0.5m, 2m), (_books.Account.Quantity(0), _books.Account.Cash, order.Remaining));
        Assert.Equal((101m, true), (_books.Fills[1].Price, _books.Fills[1].IsMaker));
        Assert.Throws<ArgumentException>(() => desk.Filled(order, new Execution("", _time, 1, 101, 0)));
        Assert.Throws<ArgumentException>(() => desk.Filled(order, new Execution("c", _time, 0, 101, 0)));
    }

    [Fact]
    public void A_brake_holds_back_what_enlarges_and_lets_pass_what_reduces()
    {
        var brake = new Brake();
        TradingEngine engine = Engine(brake);
        Step(engine, close: 100, target: 0.5);
        _venue.Fill(Assert.Single(_venue.Working), 5, 100, fee: 0, execution: "1");
        brake.Blocks = "Stopped by a person.";
        Step(engine, close: 100, target: 1);
        Assert.Empty(_venue.Working);
        Assert.Contains(_books.Refusals, r => r.Reason.Contains("Stopped by a person.", StringComparison.Ordinal));
        Step(engine, close: 100, target: 0.25);
        Order reduction = Assert.Single(_venue.Working);
        Assert.Equal((OrderSide.Sell, 2.5m), (reduction.Side, reduction.Quantity));
        _venue.Fill(reduction, 2.5m, 100, fee: 0, execution: "2");
        brake.Flattens = true;
        Step(engine, close: 100, target: 0.25);
        Assert.Equal((OrderSide.Sell, 2.5m), (Assert.Single(_venue.Working).Side, _venue.Working[0].Quantity));
    }

    [Fact]
    public void Only_the_risk_gate_issues_approvals() =>
        Assert.Equal([typeof(RiskGate)], typeof(IVenue).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ApprovedOrder.Issuer))));

    private TradingEngine Engine(ITradingBrake? brake = null)
    {
        var gate = new RiskGate(new RiskPolicy { MaxGrossExposure = 2 }, new Margin { Leverage = 2 }, _books, brake);
        var terms = new EngineTerms(Sizing.Exposure, SizingMoment.Decision, double.PositiveInfinity, EntryCost: 0);
        return new TradingEngine(
            Market.Deciding((_, targets) => targets[0] = _target), [new CandleFeed("TEST", Timeframe.OneMinute)], new OrderDesk(_books, gate, _venue), terms, new EquityRecorder(100));
    }

    private void Step(TradingEngine engine, double close, double target)
    {
        _target = target;
        _time += Minute;
        engine.Desk.MoveTo(_time);
        engine.Close(0, new Candle(UnixTime.ToDateTime(_time - Minute), close, close, close, close, 1));
        engine.Decide(_time);
    }

    private sealed class Brake : ITradingBrake
    {
        public string? Blocks { get; set; }

        public bool Flattens { get; set; }

        public string? Against(Order order, decimal quantity) => null;
    }

    /// <summary>Does what it is told by the test, when it is told.</summary>
    private sealed class FakeVenue : IVenue
    {
        private readonly List<(Order Order, string Reason)> _cancels = [];
        private IVenueEvents _events = null!;

        public List<Order> Working { get; } = [];

        public string? Rejects { get; set; }

        public bool HoldsCancels { get; set; }

        public void Connect(IVenueEvents events) => _events = events;

        public long ArrivalOf(long now) => now;

        public void Submit(ApprovedOrder order)
        {
            _events.Accepted(order.Order);
            if (Rejects is not null)
                _events.Ended(order.Order, OrderState.Refused, Rejects, 0);
            else
                Working.Add(order.Order);
        }

        public void Amend(ApprovedOrder order, bool reprices)
        {
        }

        public void Cancel(Order order, string reason)
        {
            _cancels.Add((order, reason));
            if (!HoldsCancels)
                ReleaseCancels();
        }

        public void ReleaseCancels()
        {
            foreach ((Order order, string reason) in _cancels)
            {
                Working.Remove(order);
                _events.Ended(order, OrderState.Cancelled, reason, 0);
            }

            _cancels.Clear();
        }

        public void Fill(Order order, decimal quantity, decimal price, decimal fee, string execution)
        {
            var fill = new FillEntry { Quantity = quantity, Paid = price, Shown = price, Met = (double)price, Fee = fee, Order = order.Id, Book = order.Book, Side = order.Side };
            _events.Filled(order, ref fill, order.Side == OrderSide.Buy ? quantity * price : -quantity * price, (double)price, execution);
            if (order.State.IsFinal())
                Working.Remove(order);
        }
    }
}
