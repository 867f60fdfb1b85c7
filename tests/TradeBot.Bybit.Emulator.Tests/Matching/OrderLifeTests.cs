using TradeBot.Exchanges.Emulator.Matching;

namespace TradeBot.Exchanges.Emulator.Tests.Matching;

/// <summary>The states that an order goes through, one row of the table of states a test.</summary>
public class OrderLifeTests
{
    [Fact]
    public void A_market_order_is_filled_from_the_book_and_pays_the_taker_fee()
    {
        var floor = new Floor();
        Order order = floor.Market(2);
        Assert.Equal(["Filled"], floor.States(order));
        Assert.Equal(100.5m, order.AveragePrice); // the best ask, a tick above the last price
        Assert.Equal(10_000m - 2 * 100.5m * 0.00055m, floor.Usdt);
        Assert.Equal(["order", "execution", "position", "wallet"], floor.News.Select(news => news.Topic));
    }

    [Fact]
    public void A_market_order_walks_the_levels_and_loses_its_rest_at_the_band()
    {
        // Buy limit: min(102, max(100, 101)) = 101, so the asks 100.5 and 101 can be taken, 3 each.
        var floor = new Floor { LevelSize = 3 };
        Order order = floor.Market(10);
        Assert.Equal(["PartiallyFilled", "PartiallyFilled", "Cancelled"], floor.States(order));
        Assert.Equal((6m, (3 * 100.5m + 3 * 101m) / 6), (order.Executed, order.AveragePrice));
        Assert.Equal("EC_NoImmediateQtyToFill", order.RejectReason);
        floor.LevelSize = 0.0001m; // below a step: nothing to take
        Assert.Equal((OrderStatus.Cancelled, 0m), (floor.Market(1).Status, floor.Engine.Floor.Orders.Closed[^1].Executed));
    }

    [Fact]
    public void A_limit_order_rests_and_fills_at_its_price_when_that_is_traded()
    {
        var floor = new Floor();
        Order order = floor.Limit(2, 99);
        floor.Pass(99.5m);
        Assert.Equal(["New"], floor.States(order));
        floor.Pass(99m);
        Assert.Equal(["New", "Filled"], floor.States(order));
        Execution fill = Assert.Single(floor.Executions);
        Assert.Equal((99m, true, 2 * 99m * 0.0002m), (fill.Price, fill.IsMaker, fill.Fee));
    }

    [Fact]
    public void A_price_only_touched_does_not_fill_where_it_has_to_be_gone_through()
    {
        var floor = new Floor(matching: new EmulatorMatching { FillsAtTouch = false });
        Order order = floor.Limit(2, 99);
        floor.Pass(99m);
        Assert.Equal(OrderStatus.New, order.Status);
        floor.Pass(98.5m);
        Assert.Equal((OrderStatus.Filled, 99m), (order.Status, order.AveragePrice));
    }

    [Fact]
    public void A_resting_order_fills_in_parts_of_the_most_per_step()
    {
        var floor = new Floor(matching: new EmulatorMatching { MostPerStep = 2 });
        Order order = floor.Limit(5, 99);
        floor.Pass(99m, seconds: 3);
        Assert.Equal(["New", "PartiallyFilled", "PartiallyFilled", "Filled"], floor.States(order));
        Assert.Equal([2m, 2m, 1m], floor.Executions.Select(fill => fill.Quantity));
    }

    [Theory]
    [InlineData("IOC", 10, new[] { "PartiallyFilled", "Cancelled" }, 3)]
    [InlineData("FOK", 10, new[] { "Cancelled" }, 0)]
    [InlineData("FOK", 3, new[] { "Filled" }, 3)]
    [InlineData("PostOnly", 1, new[] { "Cancelled" }, 0)]
    [InlineData("GTC", 10, new[] { "PartiallyFilled" }, 3)]
    public void Time_in_force_decides_about_what_the_book_does_not_fill(string timeInForce, int quantity, string[] states, int executed)
    {
        var floor = new Floor { LevelSize = 3 };
        Order order = floor.Limit(quantity, 100.5m, request => request with { TimeInForce = Enum.Parse<TimeInForce>(timeInForce) });
        Assert.Equal(states, floor.States(order));
        Assert.Equal(executed, order.Executed);
        if (timeInForce == "PostOnly")
            Assert.Equal(("EC_PostOnlyWillTakeLiquidity", 0m), (order.RejectReason, order.Leaves));
    }

    [Fact]
    public void A_cancelled_order_keeps_its_fills()
    {
        var floor = new Floor { LevelSize = 3 };
        Order order = floor.Limit(10, 100.5m);
        floor.Cancel(order);
        Assert.Equal((OrderStatus.Cancelled, 3m, "CancelByUser"), (order.Status, order.Executed, order.CancelType));
        Order spot = floor.Limit(10, 100.5m, request => request with { Contract = Floor.Spot });
        floor.Cancel(spot);
        Assert.Equal(OrderStatus.PartiallyFilledCanceled, spot.Status);
    }

    [Fact]
    public void A_conditional_order_triggers_with_the_same_id_and_takes_no_margin_before()
    {
        var floor = new Floor();
        Order order = floor.Market(3, request => request with { TriggerPrice = 105, TriggerDirection = 1 });
        Assert.Equal(0m, floor.Engine.Floor.Margin.At(floor.Now).InitialMargin);
        floor.Pass(104.5m);
        floor.Pass(105m);
        Assert.Equal(["Untriggered", "Triggered", "Filled"], floor.States(order));
        Assert.Equal(105.5m, order.AveragePrice);
    }

    [Fact]
    public void A_conditional_order_cancelled_before_its_trigger_is_deactivated()
    {
        var floor = new Floor();
        Order order = floor.Limit(-3, 95, request => request with { TriggerPrice = 95, TriggerDirection = 2 });
        floor.Cancel(order);
        Assert.Equal(["Untriggered", "Deactivated"], floor.States(order));
    }

    [Fact]
    public void Margin_that_is_short_at_the_trigger_cancels()
    {
        var floor = new Floor();
        Order order = floor.Market(2000, request => request with { TriggerPrice = 105, TriggerDirection = 1 });
        floor.Pass(105m);
        Assert.Equal(["Untriggered", "Triggered", "Cancelled"], floor.States(order));
    }

    [Fact]
    public void The_wrong_side_of_the_market_refuses_a_trigger()
    {
        var floor = new Floor();
        Assert.Equal(110092, Floor.Code(() => floor.Market(1, request => request with { TriggerPrice = 99, TriggerDirection = 1 })));
        Assert.Equal(110093, Floor.Code(() => floor.Market(1, request => request with { TriggerPrice = 101, TriggerDirection = 2 })));
    }

    [Fact]
    public void An_amended_price_that_crosses_takes_and_the_quantity_is_the_total()
    {
        var floor = new Floor();
        Order order = floor.Limit(2, 99);
        floor.Engine.Do(now => floor.Engine.Orders.Amend(order, new AmendRequest { Quantity = 5 }, now));
        Assert.Equal(5m, order.Leaves);
        Assert.Equal(["New", "New"], floor.States(order)); // one message for the change
        floor.Engine.Do(now => floor.Engine.Orders.Amend(order, new AmendRequest { Price = 100.5m }, now));
        Assert.Equal((OrderStatus.Filled, 5m), (order.Status, order.Executed));

        var thin = new Floor { LevelSize = 3 };
        Order part = thin.Limit(10, 100.5m);
        Assert.Equal(110064, Floor.Code(() => thin.Engine.Do(now => thin.Engine.Orders.Amend(part, new AmendRequest { Quantity = 3 }, now))));
        Assert.Equal(10001, Floor.Code(() => thin.Engine.Do(now => thin.Engine.Orders.Amend(part, new AmendRequest { Quantity = 10 }, now))));
        Assert.Equal(110059, Floor.Code(() => thin.Engine.Do(now => thin.Engine.Orders.Amend(part, new AmendRequest { StopLoss = 90 }, now))));
    }

    [Fact]
    public void A_link_id_is_used_once_for_ever()
    {
        var floor = new Floor();
        floor.Market(1, request => request with { LinkId = "once" });
        Assert.Equal(110072, Floor.Code(() => floor.Market(1, request => request with { LinkId = "once" })));
        Assert.Equal(10001, Floor.Code(() => floor.Market(1, request => request with { LinkId = "no blanks" })));
        Assert.Equal(10001, Floor.Code(() => floor.Market(1, request => request with { LinkId = new string('a', 37) })));
    }

    [Theory]
    [InlineData(1.0005, 100, 10001)] // no multiple of the step
    [InlineData(0.0005, 100, 110017)] // below a step
    [InlineData(0.04, 100, 110094)] // a value of 4
    [InlineData(1000001, 100, 10001)] // above the largest quantity
    [InlineData(1, 100.25, 10001)] // no multiple of the tick
    [InlineData(2000, 100, 110007)] // 200,000 at leverage 10 needs 20,000
    [InlineData(200000, 100, 110090)] // beyond the largest risk limit
    public void A_broken_rule_has_its_code(double quantity, double price, int code)
    {
        var floor = new Floor();
        Assert.Equal(code, Floor.Code(() => floor.Limit((decimal)quantity, (decimal)price)));
        Assert.Empty(floor.Open);
    }

    [Fact]
    public void A_futures_price_beyond_the_band_is_moved_and_a_spot_price_refused_unless_set_otherwise()
    {
        var floor = new Floor { LevelSize = 0.0001m };
        Assert.Equal(101m, floor.Limit(1, 150).Price); // min(102, max(100, 101))
        Assert.Equal(99m, floor.Limit(-1, 50).Price);
        Assert.Equal(50m, floor.Limit(1, 50).Price); // far on the own side is no matter
        Assert.Equal(170193, Floor.Code(() => floor.Limit(1, 150, request => request with { Contract = Floor.Spot })));
        Assert.Equal(170194, Floor.Code(() => floor.Limit(-1, 50, request => request with { Contract = Floor.Spot })));
        (floor.Account.MovesFuturesPrices, floor.Account.MovesSpotPrices) = (false, true);
        Assert.Equal(110003, Floor.Code(() => floor.Limit(1, 150)));
        Assert.Equal(101m, floor.Limit(1, 150, request => request with { Contract = Floor.Spot }).Price);
    }

    [Fact]
    public void A_slippage_tolerance_narrows_the_band()
    {
        var floor = new Floor { LevelSize = 3 };
        Order order = floor.Market(10, request => request with { ToleranceTicks = 1, Quantity = 5 }); // best ask 100.5, a tick more is the band's 101
        Assert.Equal(5m, order.Executed);
        order = floor.Market(-10, request => request with { TolerancePercent = 0.01m }); // best bid 100, at least 99.99
        Assert.Equal((OrderStatus.Cancelled, 3m), (order.Status, order.Executed));
        Assert.Equal(110108, Floor.Code(() => floor.Market(1, request => request with { ToleranceTicks = 0 })));
        Assert.Equal(110109, Floor.Code(() => floor.Market(1, request => request with { TolerancePercent = 11 })));
    }

    [Fact]
    public void Five_hundred_orders_may_work_and_ten_wait()
    {
        var floor = new Floor();
        for (int i = 0; i < 500; i++)
            floor.Limit(0.1m, 90);
        Assert.Equal(110020, Floor.Code(() => floor.Limit(0.1m, 90)));
        for (int i = 0; i < 10; i++)
            floor.Market(0.1m, request => request with { TriggerPrice = 105, TriggerDirection = 1 });
        Assert.Equal(110009, Floor.Code(() => floor.Market(0.1m, request => request with { TriggerPrice = 105, TriggerDirection = 1 })));
    }
}

