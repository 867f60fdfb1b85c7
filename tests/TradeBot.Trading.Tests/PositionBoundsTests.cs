namespace TradeBot.Trading.Tests;

/// <summary>Where the working orders of a symbol can take its position.</summary>
public class PositionBoundsTests
{
    [Theory]
    [InlineData(OrderSide.Buy, 5)]
    [InlineData(OrderSide.Sell, 1)]
    public void A_market_order_beside_no_other_has_one_end(OrderSide side, double end)
    {
        var bounds = PositionBounds.Of(3, [], Accounts.Order(side, 9), quantity: 2);
        Assert.Equal(((decimal)end, (decimal)end, (decimal)end, true), (bounds.Settled, bounds.Highest, bounds.Lowest, bounds.IsSettled));
    }

    [Fact]
    public void Resting_orders_fill_all_of_one_side_or_all_of_the_other()
    {
        // From 1: 2 sold at the market settle at −1; resting buys of 4 and 3, a resting sale of 5.
        TradingBooks books = Accounts.Of();
        books.Working(OrderSide.Sell, 2, OrderType.Market, id: 1);
        books.Working(OrderSide.Buy, 4, id: 2);
        books.Working(OrderSide.Buy, 3, OrderType.Stop, id: 3);
        books.Working(OrderSide.Sell, 5, id: 4);
        Assert.Equal(new PositionBounds(-1, 6, -6), PositionBounds.Of(1, books.Symbols[0].Orders));
    }

    [Fact]
    public void Only_what_has_not_filled_counts()
    {
        TradingBooks books = Accounts.Of();
        books.Working(OrderSide.Buy, 4).Fill(3, 0);
        Assert.Equal(new PositionBounds(3, 4, 3), PositionBounds.Of(3, books.Symbols[0].Orders));
    }

    [Fact]
    public void Orders_that_only_reduce_lead_nowhere()
    {
        TradingBooks books = Accounts.Of();
        books.Working(OrderSide.Sell, 4, reduceOnly: true);
        Assert.Equal(new PositionBounds(3, 3, 3), PositionBounds.Of(3, books.Symbols[0].Orders));
    }

    [Fact]
    public void An_order_that_is_judged_counts_with_the_quantity_it_would_have()
    {
        TradingBooks books = Accounts.Of();
        Order order = books.Working(OrderSide.Buy, 4);
        Assert.Equal(new PositionBounds(1, 8, 1), PositionBounds.Of(1, books.Symbols[0].Orders, order, 7));
        Assert.Equal(new PositionBounds(1, 5, -1), PositionBounds.Of(1, books.Symbols[0].Orders, Accounts.Order(OrderSide.Sell, 9, OrderType.Limit, id: 2), 2));
        Assert.Equal(new PositionBounds(-1, 3, -1), PositionBounds.Of(1, books.Symbols[0].Orders, Accounts.Order(OrderSide.Sell, 9, id: 2), 2));
    }

    [Theory]
    [InlineData(4, 3, 4)]
    [InlineData(3, 4, 4)]
    [InlineData(4, 4, 4)]
    public void Of_a_pair_the_larger_counts_once(double first, double second, double highest)
    {
        TradingBooks books = Accounts.Of();
        Pair(books.Working(OrderSide.Buy, (decimal)first, id: 1), books.Working(OrderSide.Buy, (decimal)second, OrderType.Stop, id: 2));
        Assert.Equal(new PositionBounds(0, (decimal)highest, 0), PositionBounds.Of(0, books.Symbols[0].Orders));
    }

    [Fact]
    public void A_pair_of_opposite_orders_counts_on_either_side()
    {
        TradingBooks books = Accounts.Of();
        Pair(books.Working(OrderSide.Buy, 4, id: 1), books.Working(OrderSide.Sell, 5, id: 2));
        Assert.Equal(new PositionBounds(0, 4, -5), PositionBounds.Of(0, books.Symbols[0].Orders));
    }

    [Fact]
    public void Beside_a_market_order_its_resting_pair_counts_as_well()
    {
        TradingBooks books = Accounts.Of();
        Pair(books.Working(OrderSide.Buy, 5, OrderType.Market, id: 1), books.Working(OrderSide.Buy, 4, id: 2));
        Assert.Equal(new PositionBounds(5, 9, 5), PositionBounds.Of(0, books.Symbols[0].Orders));
    }

    [Theory]
    [InlineData(OrderState.New, 4)]
    [InlineData(OrderState.Working, 5)]
    [InlineData(OrderState.Triggered, 5)]
    [InlineData(OrderState.PartiallyFilled, 4)]
    [InlineData(OrderState.Cancelled, 4)]
    public void A_pair_covers_while_it_can_fill(OrderState state, double highest)
    {
        // The other buys 5, of which 2 have filled where it has filled in part: 3 are less than 4.
        TradingBooks books = Accounts.Of();
        Order counted = books.Working(OrderSide.Buy, 4, id: 1), other = Accounts.Order(OrderSide.Buy, 5, OrderType.StopLimit, id: 2);
        Pair(counted, other);
        if (state != OrderState.New)
            other.Move(OrderState.Working, 0);
        if (state == OrderState.PartiallyFilled)
            other.Fill(2, 0);
        else if (state is OrderState.Triggered or OrderState.Cancelled)
            other.Move(state, 0);
        if (!state.IsFinal() && state != OrderState.New)
            books.Symbols[0].Add(other);
        Assert.Equal((decimal)highest, PositionBounds.Of(0, books.Symbols[0].Orders).Highest);
    }

    [Theory]
    [InlineData(6, 6)] // judged with 6 beside a pair of 5
    [InlineData(4, 5)]
    public void A_judged_order_and_its_pair_cover_each_other_by_the_quantity_it_would_have(double quantity, double highest)
    {
        TradingBooks books = Accounts.Of();
        Order working = books.Working(OrderSide.Buy, 5, id: 1), judged = Accounts.Order(OrderSide.Buy, 9, OrderType.Limit, id: 2);
        Pair(working, judged);
        Assert.Equal((decimal)highest, PositionBounds.Of(0, books.Symbols[0].Orders, judged, (decimal)quantity).Highest);
    }

    [Theory]
    [InlineData(3, -2, 3)]
    [InlineData(2, -3, -3)]
    [InlineData(2, -2, 2)]
    public void The_worse_end_is_the_one_further_from_flat(double highest, double lowest, double worst) =>
        Assert.Equal(worst, new PositionBounds(0, (decimal)highest, (decimal)lowest).Worst);

    private static void Pair(Order first, Order second) => (first.Sibling, second.Sibling) = (second, first);
}
