using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>What the gate lets through, at the border of each rule.</summary>
public class RiskGateTests
{
    [Fact]
    public void An_order_of_a_symbol_without_a_price_is_refused() =>
        Assert.Equal("No price of it is known yet.", Gate(Accounts.Of(mark: 0)).Judge(Accounts.Order(OrderSide.Buy, 1), out _));

    [Fact]
    public void An_approval_names_the_order_and_a_refusal_none()
    {
        RiskGate gate = Gate(Accounts.Of());
        Order fits = Accounts.Order(OrderSide.Buy, 10), exceeds = Accounts.Order(OrderSide.Buy, 10.001m);
        Assert.Null(gate.Judge(fits, out ApprovedOrder approved));
        Assert.Same(fits, approved.Order);
        Assert.Equal("Gross exposure would be 1 of equity; the limit is 1.", gate.Judge(exceeds, out approved));
        Assert.Null(approved.Order);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(1.999, "the smallest quantity is 2, this is 1.999.")]
    public void The_smallest_quantity_itself_passes(double quantity, string? refusal) =>
        Assert.Equal(refusal, Gate(Accounts.Of(Accounts.Linear with { MinQuantity = 2 })).Judge(Accounts.Order(OrderSide.Buy, (decimal)quantity), out _));

    [Theory]
    [InlineData(2, null)]
    [InlineData(1.999, "the smallest order value is 200, this is 199.9.")]
    public void The_smallest_value_itself_passes(double quantity, string? refusal) =>
        Assert.Equal(refusal, Gate(Accounts.Of(Accounts.Linear with { MinNotional = 200 })).Judge(Accounts.Order(OrderSide.Buy, (decimal)quantity), out _));

    [Theory]
    [InlineData(OrderSide.Sell, 1, true)]
    [InlineData(OrderSide.Sell, 0.5, false)]
    [InlineData(OrderSide.Buy, 1, false)]
    public void What_is_below_the_smallest_order_passes_when_it_closes_the_position_whole(OrderSide side, double quantity, bool passes)
    {
        foreach (Instrument instrument in (Instrument[])[Accounts.Linear with { MinQuantity = 2 }, Accounts.Linear with { MinNotional = 200 }])
        {
            TradingBooks books = Accounts.Of(instrument);
            books.Trade(1, 100);
            Assert.Equal(passes, Gate(books).Judge(Accounts.Order(side, (decimal)quantity), out _) is null);
        }
    }

    [Fact]
    public void A_change_is_judged_by_what_would_be_left_to_fill()
    {
        // 3 of 5 have filled. One of 10 has 7 left, which with the 3 held are worth all of 1,000; one of 10.001 is too much.
        TradingBooks books = Accounts.Of();
        Order order = books.Working(OrderSide.Buy, 5);
        books.Trade(3, 100);
        order.Fill(3, 0);
        RiskGate gate = Gate(books);
        Assert.Null(gate.JudgeChange(order, 10, out ApprovedOrder approved));
        Assert.Same(order, approved.Order);
        Assert.Equal("Gross exposure would be 1 of equity; the limit is 1.", gate.JudgeChange(order, 10.001m, out approved));
        Assert.Null(approved.Order);
    }

    [Fact]
    public void A_change_that_makes_nothing_larger_passes_while_losses_block()
    {
        TradingBooks books = Accounts.Of();
        var gate = new RiskGate(new RiskPolicy { MaxDrawdown = 0.1 }, new Margin(), books);
        books.Trade(5, 100);
        books.Marks[0] = 70; // 850 of 1,000
        gate.Monitor.Observe(60_000);
        Order order = books.Working(OrderSide.Buy, 1);
        Assert.NotNull(gate.JudgeChange(order, 1.001m, out _));
        Assert.Null(gate.JudgeChange(order, 1, out _));
        Assert.Null(gate.JudgeChange(order, 0.5m, out _));
        Assert.Null(gate.JudgeChange(order, null, out ApprovedOrder approved));
        Assert.Same(order, approved.Order);
    }

    [Fact]
    public void Only_what_is_reduce_only_is_approved_as_a_reduction()
    {
        Order exit = Accounts.Order(OrderSide.Sell, 1, reduceOnly: true);
        Assert.Same(exit, RiskGate.Reduction(exit).Order);
        var error = Assert.Throws<ArgumentException>("order", () => RiskGate.Reduction(Accounts.Order(OrderSide.Sell, 1, id: 7)));
        Assert.StartsWith("Order 7 is not reduce-only.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 15, 10)] // 1,000 pay for 10
    [InlineData(4, 15, 6)] // of which 4 are held
    [InlineData(-4, 15, 14)] // 4 close the short, 10 more are a long of 1,000
    public void An_order_is_cut_to_the_largest_quantity_that_is_approved(double held, double wanted, double expected)
    {
        TradingBooks books = Accounts.Of();
        if (held != 0)
            books.Trade((decimal)held, 100);
        Order order = Accounts.Order(OrderSide.Buy, (decimal)wanted);
        Assert.True(Gate(books).Cut(order, out ApprovedOrder approved));
        Assert.Equal(((decimal)expected, (decimal)expected), (order.Quantity, order.Remaining));
        Assert.Same(order, approved.Order);
    }

    [Fact]
    public void What_only_closes_is_no_cut_order()
    {
        // A short of 4 under a limit of 400 an order: 4 close it, and not even a lot more may be bought.
        TradingBooks books = Accounts.Of();
        books.Trade(-4, 100);
        Order order = Accounts.Order(OrderSide.Buy, 9);
        Assert.False(new RiskGate(new RiskPolicy { MaxOrderValue = 400 }, new Margin(), books).Cut(order, out ApprovedOrder approved));
        Assert.Null(approved.Order);
        Assert.Equal(9m, order.Quantity);
        Assert.True(new RiskGate(new RiskPolicy { MaxOrderValue = 400.1 }, new Margin(), books).Cut(order, out _));
        Assert.Equal(4.001m, order.Quantity);
    }

    [Theory]
    [InlineData(5, 0, 500, 5)]
    [InlineData(5.001, 0, 500, 0)]
    [InlineData(0, 500, 500, 5)]
    [InlineData(0, 500.1, 500, 0)]
    public void What_is_left_after_a_cut_is_no_smaller_than_the_smallest_order(double minQuantity, double minNotional, double limit, double expected)
    {
        TradingBooks books = Accounts.Of(Accounts.Linear with { MinQuantity = (decimal)minQuantity, MinNotional = (decimal)minNotional });
        Order order = Accounts.Order(OrderSide.Buy, 8);
        bool some = new RiskGate(new RiskPolicy { MaxOrderValue = limit }, new Margin(), books).Cut(order, out _);
        Assert.Equal((expected > 0, expected > 0 ? (decimal)expected : 8m), (some, order.Quantity));
    }

    [Fact]
    public void Margin_is_judged_after_the_policy_and_cuts_as_well()
    {
        TradingBooks books = Accounts.Of();
        var gate = new RiskGate(new RiskPolicy { MaxGrossExposure = 10 }, new Margin { Leverage = 2 }, books);
        Order order = Accounts.Order(OrderSide.Buy, 30);
        Assert.Equal("Initial margin would be 1500 at a leverage of 2; equity is 1000.", gate.Judge(order, out _));
        Assert.True(gate.Cut(order, out _));
        Assert.Equal(20m, order.Quantity);
    }

    [Fact]
    public void Next_to_nothing_of_an_order_is_not_worth_one()
    {
        // A millionth of 10,000 is a hundredth: 0.01 is not more than that, 0.011 is.
        TradingBooks books = Accounts.Of(cash: 10_000_000m);
        Order order = Accounts.Order(OrderSide.Buy, 10_000);
        Assert.False(new RiskGate(new RiskPolicy { MaxOrderValue = 1 }, new Margin(), books).Cut(order, out _));
        Assert.True(new RiskGate(new RiskPolicy { MaxOrderValue = 1.1 }, new Margin(), books).Cut(order, out _));
        Assert.Equal(0.011m, order.Quantity);
    }

    [Fact]
    public void Where_there_is_no_lot_a_cut_leaves_nine_digits()
    {
        // 1,000 at 30 pay for 33.333333333…; eleven digits are kept of a quantity, and the last two of a cut one are 0.
        TradingBooks books = Accounts.Of(Instrument.Default("TEST"), mark: 30);
        Order order = Accounts.Order(OrderSide.Buy, 50);
        Assert.True(Gate(books).Cut(order, out _));
        Assert.Equal(33.3333333m, order.Quantity);
    }

    [Fact]
    public void What_closes_keeps_all_its_digits_where_there_is_no_lot()
    {
        // A short of 1.2345678912 under a limit of as much an order: nothing beyond it fits, and no digit of it is lost.
        TradingBooks books = Accounts.Of(Instrument.Default("TEST"));
        books.Trade(-1.2345678912m, 100);
        Order order = Accounts.Order(OrderSide.Buy, 2);
        Assert.False(new RiskGate(new RiskPolicy { MaxOrderValue = 123 }, new Margin(), books).Cut(order, out _));
        Assert.Equal(2m, order.Quantity);
    }

    private static RiskGate Gate(TradingBooks books) => new(new RiskPolicy(), new Margin(), books);
}
