using TradeBot.Strategies;

namespace TradeBot.Trading.Tests;

/// <summary>An order by itself: what is left of it, how it ends, and which price it waits for.</summary>
public class OrderLifeTests
{
    private const long Minute = 60_000;

    [Fact]
    public void A_plain_market_order_has_no_prices_and_works_until_it_fills()
    {
        var order = new Order(7, 2, "TEST", OrderSide.Sell, OrderType.Market, 3, createdAt: Minute);
        Assert.Equal((7L, "TEST", OrderSide.Sell, OrderType.Market, 3m, 3m), (order.Id, order.Symbol, order.Side, order.Type, order.Quantity, order.Remaining));
        Assert.Equal((double.NaN, double.NaN, double.NaN), (order.LimitPrice, order.StopPrice, order.Best));
        Assert.Equal((OrderState.New, null, null, -1, ProtectiveExit.None), (order.State, order.Reason, order.EndedAt, order.Part, order.Exit));
        Assert.Equal((DateTime.UnixEpoch.AddMinutes(1), Minute, long.MaxValue), (order.CreatedAt, order.AvailableAt, order.GoodTill));
        Assert.Equal((null, null, 2), (order.Sibling, order.Child, order.Book));
        Assert.Equal("sell 3 TEST", order.ToString());
        Assert.Equal("buy 0.5 TEST", new Order(1, 0, "TEST", OrderSide.Buy, OrderType.Market, 0.5m, 0).ToString());
    }

    [Fact]
    public void What_has_filled_stays_filled_when_the_quantity_changes()
    {
        Order order = Working(OrderType.Limit, 5);
        order.Fill(2, Minute);
        Assert.Equal((OrderState.PartiallyFilled, 3m, null), (order.State, order.Remaining, order.EndedAt));
        order.Amend(9);
        Assert.Equal((9m, 7m), (order.Quantity, order.Remaining));
        order.Amend(4);
        Assert.Equal((4m, 2m), (order.Quantity, order.Remaining));
        order.Fill(2, 2 * Minute);
        Assert.Equal((OrderState.Filled, 0m, DateTime.UnixEpoch.AddMinutes(2), null), (order.State, order.Remaining, order.EndedAt, order.Reason));
    }

    [Fact]
    public void More_than_is_left_fills_it_and_leaves_nothing()
    {
        Order order = Working(OrderType.Limit, 5);
        order.Fill(6, Minute);
        Assert.Equal((OrderState.Filled, 0m, 5m), (order.State, order.Remaining, order.Quantity));
    }

    [Fact]
    public void A_fill_after_the_end_counts_and_changes_neither_state_nor_time()
    {
        Order order = Working(OrderType.Limit, 5);
        order.Move(OrderState.Cancelled, Minute, "As asked.");
        order.Fill(5, 9 * Minute);
        Assert.Equal((OrderState.Cancelled, 0m, DateTime.UnixEpoch.AddMinutes(1), "As asked."), (order.State, order.Remaining, order.EndedAt, order.Reason));
    }

    [Fact]
    public void An_end_cannot_be_followed()
    {
        Order order = Working(OrderType.Limit, 5);
        order.Move(OrderState.Expired, Minute, "Its time ran out.");
        var error = Assert.Throws<InvalidOperationException>(() => order.Move(OrderState.Working, Minute));
        Assert.Equal("Order 1 is Expired and cannot become Working.", error.Message);
        Assert.Equal(OrderState.Expired, order.State);
    }

    [Theory]
    [InlineData(OrderType.Limit, OrderSide.Sell, true)]
    [InlineData(OrderType.TakeProfit, OrderSide.Sell, true)]
    [InlineData(OrderType.Stop, OrderSide.Sell, false)]
    [InlineData(OrderType.StopLimit, OrderSide.Sell, false)]
    [InlineData(OrderType.TrailingStop, OrderSide.Sell, false)]
    public void A_sale_waits_above_for_a_gain_and_below_for_a_loss_and_a_buy_the_other_way(OrderType type, OrderSide side, bool above)
    {
        Assert.Equal(above, Working(type, 1, side).WaitsAbove);
        Assert.Equal(!above, Working(type, 1, side == OrderSide.Sell ? OrderSide.Buy : OrderSide.Sell).WaitsAbove);
    }

    [Fact]
    public void A_stop_limit_order_waits_at_its_stop_and_then_at_its_limit()
    {
        Order order = Working(OrderType.StopLimit, 1);
        Assert.Equal((105.0, true), (order.Level, order.WaitsAbove));
        order.Move(OrderState.Triggered, 0);
        Assert.Equal((106.0, false), (order.Level, order.WaitsAbove));
        order.Fill(0.5m, 0);
        Assert.Equal((106.0, false), (order.Level, order.WaitsAbove));
    }

    [Theory]
    [InlineData(OrderType.Limit, 106)]
    [InlineData(OrderType.Stop, 105)]
    [InlineData(OrderType.TakeProfit, 105)]
    [InlineData(OrderType.TrailingStop, 93)]
    public void The_level_is_the_limit_the_stop_or_what_trails(OrderType type, double level) => Assert.Equal(level, Working(type, 1).Level);

    [Theory]
    [InlineData(ProtectiveExit.Stop, OrderType.Market, ExitReason.Stop)]
    [InlineData(ProtectiveExit.TakeProfit, OrderType.Market, ExitReason.Target)]
    [InlineData(ProtectiveExit.TrailingStop, OrderType.Market, ExitReason.Trailing)]
    [InlineData(ProtectiveExit.Liquidation, OrderType.Market, ExitReason.Liquidation)]
    [InlineData(ProtectiveExit.None, OrderType.Stop, ExitReason.Stop)]
    [InlineData(ProtectiveExit.None, OrderType.StopLimit, ExitReason.Stop)]
    [InlineData(ProtectiveExit.None, OrderType.TakeProfit, ExitReason.Target)]
    [InlineData(ProtectiveExit.None, OrderType.TrailingStop, ExitReason.Trailing)]
    [InlineData(ProtectiveExit.None, OrderType.Market, ExitReason.Limit)]
    [InlineData(ProtectiveExit.None, OrderType.Limit, ExitReason.Limit)]
    public void The_reason_of_an_exit_is_its_level_or_its_type_or_what_was_asked(ProtectiveExit exit, OrderType type, ExitReason reason) =>
        Assert.Equal(reason, new Order(1, 0, "TEST", OrderSide.Sell, type, 1, 0) { Exit = exit, ExitReason = ExitReason.Limit }.ExitReason);

    [Fact]
    public void Terms_that_are_set_are_read_back()
    {
        Order order = Accounts.Order(OrderSide.Buy, 1), other = Accounts.Order(OrderSide.Sell, 1);
        (order.LimitPrice, order.StopPrice, order.Best, order.Sibling) = (1, 2, 3, other);
        Assert.Equal((1.0, 2.0, 3.0), (order.LimitPrice, order.StopPrice, order.Best));
        Assert.Same(other, order.Sibling);
        Assert.Null(order.Child);

        other.Child = order; // an order is one of a pair or waits for one, never both
        Assert.Same(order, other.Child);
        Assert.Null(other.Sibling);
        Assert.Equal(long.MaxValue, order.GoodTill);
        Assert.Equal(3, new Order(1, 0, "TEST", OrderSide.Buy, OrderType.Market, 1, 0) { Part = 3 }.Part);
        Assert.Equal(5, new Order(1, 0, "TEST", OrderSide.Buy, OrderType.Limit, 1, 0, terms: new OrderTerms { GoodTill = 5 }).GoodTill);
    }

    [Fact]
    public void A_request_has_the_type_and_the_prices_of_its_name()
    {
        Assert.Equal(new OrderRequest("T", OrderSide.Sell, 2) { Type = OrderType.Market }, OrderRequest.Market("T", OrderSide.Sell, 2));
        Assert.Equal(new OrderRequest("T", OrderSide.Sell, 2) { Type = OrderType.Limit, LimitPrice = 3 }, OrderRequest.Limit("T", OrderSide.Sell, 2, 3));
        Assert.Equal(new OrderRequest("T", OrderSide.Sell, 2) { Type = OrderType.Stop, StopPrice = 3 }, OrderRequest.Stop("T", OrderSide.Sell, 2, 3));
        Assert.Equal(new OrderRequest("T", OrderSide.Sell, 2) { Type = OrderType.StopLimit, StopPrice = 3, LimitPrice = 4 }, OrderRequest.StopLimit("T", OrderSide.Sell, 2, 3, 4));
        Assert.Equal(new OrderRequest("T", OrderSide.Sell, 2) { Type = OrderType.TakeProfit, StopPrice = 3 }, OrderRequest.TakeProfit("T", OrderSide.Sell, 2, 3));
        Assert.Equal(new OrderRequest("T", OrderSide.Sell, 2) { Type = OrderType.TrailingStop, Trail = Trail.Fraction(0.1) }, OrderRequest.TrailingStop("T", OrderSide.Sell, 2, Trail.Fraction(0.1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void The_distance_of_a_trail_is_positive_and_finite(double value)
    {
        foreach (Func<double, Trail> make in (Func<double, Trail>[])[Trail.Distance, Trail.Fraction, Trail.Atr])
            Assert.StartsWith("The distance of a trailing stop must be positive and finite.", Assert.Throws<ArgumentOutOfRangeException>(nameof(value), () => make(value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trail_is_below_the_best_price_for_a_sale_and_above_it_for_a_buy()
    {
        Assert.Equal((190.0, 210.0), (Trail.Distance(10).Behind(200, OrderSide.Sell), Trail.Distance(10).Behind(200, OrderSide.Buy)));
        Assert.Equal((180.0, 220.0), (Trail.Fraction(0.1).Behind(200, OrderSide.Sell), Trail.Fraction(0.1).Behind(200, OrderSide.Buy)));
        Assert.Equal((TrailUnit.AverageTrueRange, 3.0), (Trail.Atr(3).Unit, Trail.Atr(3).Value));
    }

    [Fact]
    public void An_algorithm_has_no_parameters_unless_it_tells_them() => Assert.Empty(Market.Ordering((_, _) => { }).Parameters);

    [Theory]
    [InlineData(OrderSide.Buy, 0, 2, 200, 203)] // 2 at 100 and 3 of impact
    [InlineData(OrderSide.Sell, 0, -2, 200, -197)]
    [InlineData(OrderSide.Buy, 50, 2, 1, 2)] // 2 · 50 / 100 of base, which a buy brings
    [InlineData(OrderSide.Sell, 50, -2, 1, 4)]
    public void A_fill_takes_its_value_and_its_impact_from_cash(OrderSide side, double contract, double signed, double notional, double paid)
    {
        var fill = new Fill(Market.Start, "TEST", side, 2, 100, Fee: 7, Slippage: 5, ContractValue: (decimal)contract, Impact: 3);
        Assert.Equal(((decimal)signed, (decimal)notional, (decimal)paid), (fill.SignedQuantity, fill.Notional, fill.Paid));
    }

    [Fact]
    public void The_value_of_inverse_contracts_has_eight_decimals_and_halves_go_away_from_zero()
    {
        // 1 / 64,000,000 is 0.000000015625; 5 / 1,000,000,000 is half of the eighth decimal.
        Assert.Equal(0.00000002m, new Fill(Market.Start, "TEST", OrderSide.Buy, 1, 64_000_000, 0, 0, ContractValue: 1).Notional);
        Assert.Equal(0.00000001m, new Fill(Market.Start, "TEST", OrderSide.Buy, 5, 1_000_000_000, 0, 0, ContractValue: 1).Notional);
    }

    private static Order Working(OrderType type, decimal quantity, OrderSide side = OrderSide.Buy)
    {
        var order = new Order(1, 0, "TEST", side, type, quantity, 0, type == OrderType.Limit ? 106 : 105, new OrderTerms { LimitPrice = 106, StopPrice = 105, Trail = Trail.Distance(3), Best = 90 });
        order.Move(OrderState.Working, 0);
        return order;
    }
}
