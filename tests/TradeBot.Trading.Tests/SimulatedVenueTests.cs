using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>The simulated venue led candle by candle, without a replay or a strategy.</summary>
public class SimulatedVenueTests
{
    private static readonly Instrument Inverse = new("TEST", InstrumentKind.Inverse, 0.5m, 1m, ContractValue: 100m);

    private static readonly VenueTerms Free = new(
        Fees.None, Slippage.None, IntrabarPath.Pessimistic, Latency.None, double.PositiveInfinity, new Margin { Leverage = 10 },
        new Dictionary<string, IReadOnlyList<FundingRate>>(), new Dictionary<string, BorrowRate>());

    private static readonly VenueTerms Cash = Free with { Margin = new Margin() };

    [Fact]
    public void An_order_arrives_when_its_latency_has_passed()
    {
        Assert.Equal(91_000, new Stage(Free with { Latency = Latency.Fixed(TimeSpan.FromSeconds(90)) }).Venue.ArrivalOf(1_000));
        Assert.Equal(1_000, new Stage(Free).Venue.ArrivalOf(1_000));
    }

    [Fact]
    public void A_limit_that_moves_meets_the_next_open_as_a_new_order_and_a_quantity_does_not()
    {
        var stage = new Stage(Free);
        Order moved = stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1, 90)), grown = stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1, 89));
        stage.Open(100);
        Assert.True(moved.Rests && grown.Rests);
        Assert.True(stage.Desk.Amend(moved, limitPrice: 105) && stage.Desk.Amend(grown, quantity: 2));
        Assert.Equal((false, true), (moved.Rests, grown.Rests));
        stage.Open(100);
        stage.Inside(100, 100, 80, 80);
        Assert.Equal([(100m, false, 1m), (89m, true, 2m)], stage.Books.Fills.Select(f => (f.Price, f.IsMaker, f.Quantity)));
    }

    [Fact]
    public void A_post_only_order_fills_once_it_has_rested_and_is_refused_where_it_would_trade_at_once()
    {
        var stage = new Stage(Free);
        Order rests = stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1, 90) with { PostOnly = true });
        Order crosses = stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1, 100) with { PostOnly = true });
        stage.Open(100);
        stage.Inside(100, 100, 90, 90);
        Assert.Equal((OrderState.Filled, OrderState.Refused), (rests.State, crosses.State));
        Assert.True(Assert.Single(stage.Books.Fills).IsMaker);
        Assert.Equal("It would have traded at once, and was to rest only.", crosses.Reason);
    }

    [Theory]
    [InlineData(OrderSide.Buy, 105, 105, 105.0)] // the limit holds at the stop
    [InlineData(OrderSide.Buy, 105, 104, 104.0)] // waits at the limit, to which the price comes back
    [InlineData(OrderSide.Sell, 95, 95, 95.0)]
    [InlineData(OrderSide.Sell, 95, 96, 96.0)]
    public void A_stop_limit_order_trades_at_its_stop_where_its_limit_holds_and_else_at_its_limit(OrderSide side, double stop, double limit, double price)
    {
        var stage = new Stage(Free with { Path = side == OrderSide.Buy ? IntrabarPath.Optimistic : IntrabarPath.Pessimistic });
        Order order = stage.Desk.Submit(OrderRequest.StopLimit("TEST", side, 1, (decimal)stop, (decimal)limit));
        stage.Open(100);
        stage.Inside(100, 100, 100, 100);
        Assert.Equal((OrderState.Working, 0), (order.State, stage.Books.Fills.Count));
        stage.Inside(100, side == OrderSide.Buy ? 110 : 100, side == OrderSide.Buy ? 100 : 90, 100);
        Assert.Equal((decimal)price, Assert.Single(stage.Books.Fills).Price);
        Assert.Equal(stop != limit, stage.Books.Fills[0].IsMaker);
    }

    [Theory]
    [InlineData(3, OrderSide.Sell, 5, 3)]
    [InlineData(3, OrderSide.Sell, 2, 2)]
    [InlineData(-3, OrderSide.Buy, 5, 3)]
    [InlineData(-3, OrderSide.Buy, 2, 2)]
    [InlineData(3, OrderSide.Buy, 2, 0)]
    [InlineData(-3, OrderSide.Sell, 2, 0)]
    [InlineData(0, OrderSide.Buy, 2, 0)]
    [InlineData(0, OrderSide.Sell, 2, 0)]
    public void A_reduce_only_order_takes_no_more_than_is_held(double held, OrderSide side, double quantity, double filled)
    {
        var stage = new Stage(Free);
        if (held != 0)
            stage.Books.Trade((decimal)held, 100);
        int before = stage.Books.Fills.Count;
        Order order = stage.Desk.Submit(OrderRequest.Market("TEST", side, (decimal)quantity) with { ReduceOnly = true });
        stage.Open(100);
        Assert.Equal((decimal)filled, stage.Books.Fills.Skip(before).Sum(f => f.Quantity));
        Assert.Equal(filled == quantity ? null : "Cancelled: no position is left that it could reduce.", order.Reason);
    }

    [Fact]
    public void Orders_of_one_candle_share_its_volume()
    {
        // A tenth of 100: 6 and 4 of 6; the rest in the next candle.
        var stage = new Stage(Free with { Participation = 0.1 });
        stage.Closed(volume: 100);
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 6));
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 6));
        stage.Open(100);
        Assert.Equal([6m, 4m], stage.Books.Fills.Select(f => f.Quantity));
        Assert.Equal(0, stage.Venue.Symbols[0].Capacity);
        stage.Open(100);
        Assert.Equal([6m, 4m, 2m], stage.Books.Fills.Select(f => f.Quantity));
        Assert.Equal(8, stage.Venue.Symbols[0].Capacity, 1e-12);
    }

    [Theory]
    [InlineData(10, OrderState.Filled)]
    [InlineData(10.001, OrderState.Cancelled)]
    public void An_order_that_is_to_fill_whole_fills_where_the_volume_is_enough(double quantity, OrderState state)
    {
        var stage = new Stage(Free with { Participation = 0.1 });
        stage.Closed(volume: 100);
        Order order = stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, (decimal)quantity) with { TimeInForce = TimeInForce.FillOrKill });
        stage.Open(100);
        Assert.Equal((state, state == OrderState.Filled ? null : "Cancelled: it could not fill whole at once."), (order.State, order.Reason));
    }

    [Fact]
    public void A_volume_below_a_lot_fills_nothing_and_leaves_nothing()
    {
        var stage = new Stage(Free with { Participation = 0.1 });
        stage.Closed(volume: 0.005);
        Order order = stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 1));
        stage.Open(100);
        Assert.Equal((OrderState.Working, 0.0), (order.State, stage.Venue.Symbols[0].Capacity));
    }

    [Fact]
    public void What_rounding_leaves_of_a_volume_is_nothing()
    {
        // A third of 1 leaves 3.3e-12 beyond the eleven digits of a quantity without a lot.
        var stage = new Stage(Free with { Participation = 1 / 3.0 }, Instrument.Default("TEST"));
        stage.Closed(volume: 1);
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 1));
        stage.Open(100);
        Assert.Equal((0.33333333333m, 0.0), (Assert.Single(stage.Books.Fills).Quantity, stage.Venue.Symbols[0].Capacity));
    }

    [Fact]
    public void A_fill_inside_a_candle_is_told_from_one_at_its_open()
    {
        var stage = new Stage(Free);
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 40));
        stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1, 99));
        stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1, 101));
        stage.Open(100);
        stage.Inside(100, 100, 99, 99);
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(i => stage.Books.Fills.At(i).IsInside));
        stage.Inside(99, 99, 50, 50);
        Assert.Equal((FillKind.Liquidation, true), (stage.Books.Fills.At(3).Kind, stage.Books.Fills.At(3).IsInside));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_liquidation_closes_the_position_and_ends_its_orders(int side)
    {
        // 50 at 100 on 1,000 with half a percent of maintenance: 4,000 = 0.995 · 50 · p below, 6,000 = 1.005 · 50 · p above.
        var stage = new Stage(Free with { Margin = new Margin { Leverage = 10, LiquidationFee = 0.01m } });
        stage.Books.Trade(50 * side, 100);
        Order first = stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Buy, 1, 1)), second = stage.Desk.Submit(OrderRequest.Limit("TEST", OrderSide.Sell, 1, 1_000));
        double level = stage.Venue.Margin.LevelOf(stage.Books.Symbols[0]);
        Assert.Equal(side > 0 ? 4_000 / 49.75 : 6_000 / 50.25, level, 1e-9);
        Assert.True(stage.Venue.Liquidates(stage.Venue.Symbols[0], side > 0 ? 200 : level, side > 0 ? level : 1));
        Assert.False(stage.Venue.Liquidates(stage.Venue.Symbols[0], side > 0 ? 200 : Math.BitDecrement(level), side > 0 ? Math.BitIncrement(level) : 1));

        stage.Inside(100, side > 0 ? 100 : 150, side > 0 ? 50 : 100, 100);
        Assert.Equal([(OrderState.Cancelled, "Cancelled: the position was liquidated."), (OrderState.Cancelled, "Cancelled: the position was liquidated.")], new[] { first, second }.Select(o => (o.State, o.Reason!)));
        Liquidation liquidation = Assert.Single(stage.Venue.Liquidations);
        Assert.Equal((50m * side, 0m, level), (liquidation.Quantity, stage.Books.Account.Quantity(0), stage.Books.Marks[0]));
        Assert.Equal(side > 0 ? 80.40m : 119.41m, liquidation.Price);
        Assert.Equal(liquidation.MaintenanceMargin, liquidation.Equity, 1e-9);
    }

    [Fact]
    public void Funding_and_interest_are_both_paid_when_they_are_due()
    {
        DateTime due = DateTime.UnixEpoch.AddHours(1);
        VenueTerms both = Free with
        {
            Funding = new Dictionary<string, IReadOnlyList<FundingRate>> { ["TEST"] = [new(due, 0.01m)] }, Borrow = new Dictionary<string, BorrowRate> { ["TEST"] = BorrowRate.PerHour(0.02m) },
        };
        var stage = new Stage(both, Accounts.Linear with { Kind = InstrumentKind.Spot });
        stage.Books.Trade(-2, 100);
        stage.Venue.PayDue(1);
        stage.Venue.PayDue(3_600_000);
        Assert.Equal(new FundingPayment(due, "TEST", -2), Assert.Single(stage.Venue.FundingPayments));
        Assert.Equal(new BorrowPayment(due, "TEST", 4), Assert.Single(stage.Venue.BorrowPayments));
        Assert.Equal(1_000m + 200 + 2 - 4, stage.Books.Account.Cash);

        Assert.True(new Stage(both with { Borrow = Free.Borrow }).Venue.MindsEachOpen);
        Assert.True(new Stage(both with { Funding = Free.Funding }, Accounts.Linear with { Kind = InstrumentKind.Spot }).Venue.MindsEachOpen);
        stage = new Stage(Free);
        stage.Venue.PayDue(3_600_000);
        Assert.False(stage.Venue.MindsEachOpen);
        Assert.Empty(stage.Venue.FundingPayments);
        Assert.Empty(stage.Venue.BorrowPayments);
    }

    [Theory]
    [InlineData(0, 0.01, 9.900)] // 9.9 · 101 = 999.9
    [InlineData(0.01, 0, 10)] // a maker's fee, which an order at the market does not pay
    public void Cash_pays_for_the_fee_of_the_tier_as_well(double maker, double taker, double quantity)
    {
        var stage = new Stage(Cash with { Fees = new FeeSchedule((decimal)maker, (decimal)taker) { Tiers = [new(1_000_000m, 0, 0)] } });
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 9.97m));
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 0.03m));
        stage.Open(100);
        Assert.Equal((decimal)quantity, stage.Books.Fills.Sum(f => f.Quantity));
    }

    [Fact]
    public void A_later_tier_that_costs_more_is_paid_for()
    {
        // 500 traded on the first day reach a tier that takes a tenth; 9.5 at 100 would then take 1,045 of 1,000.
        var stage = new Stage(Cash with { Fees = new FeeSchedule(0, 0) { Tiers = [new(500m, 0, 0.1m), new(1_000_000m, 0.05m, 0)] } });
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 5));
        stage.Open(100);
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Sell, 5));
        stage.Open(100);
        stage.Wait(TimeSpan.FromDays(1));
        stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 9.5m));
        stage.Open(100);
        Assert.Equal((9.09m, 0.1m), (stage.Books.Fills[2].Quantity, stage.Books.Account.Cash));
    }

    [Fact]
    public void The_price_of_a_cut_order_is_that_of_what_is_left()
    {
        // 100 of a volume of 1,000 trade at 110, of which 1,000 pay for 9.09; those trade at 100.909.
        var stage = new Stage(Cash with { Slippage = Slippage.VolumeShare(1) });
        stage.Closed(volume: 1_000);
        Order order = stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 100));
        stage.Open(100, high: 200);
        Fill fill = Assert.Single(stage.Books.Fills);
        Assert.Equal((9.09m, 100.91m, 9.09m, OrderState.Filled), (fill.Quantity, fill.Price, order.Quantity, order.State));
        Assert.Empty(stage.Books.Refusals); // nobody who states quantities listens
    }

    [Theory]
    [InlineData(0, OrderState.Refused, "cash of 50 does not pay for it at 100.")]
    [InlineData(1, OrderState.Refused, "cash of 150 does not pay for it at 100.")]
    public void What_is_to_fill_whole_is_refused_where_cash_does_not_pay_for_all(int lots, OrderState state, string reason)
    {
        var stage = new Stage(Cash, Accounts.Linear with { LotSize = 1 }, 50 + 100 * lots);
        Order order = stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 2) with { TimeInForce = TimeInForce.FillOrKill });
        stage.Open(100);
        Assert.Equal((state, reason, 0), (order.State, order.Reason, stage.Books.Fills.Count));
    }

    [Fact]
    public void An_order_that_filled_in_part_before_cash_ran_out_is_cancelled()
    {
        // A volume of 1 at a time; after the first the price leaves no cash for another.
        var stage = new Stage(Cash with { Participation = 0.1 }, Accounts.Linear with { LotSize = 1 }, cash: 150);
        stage.Closed(volume: 10);
        Order order = stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 3));
        stage.Open(100);
        stage.Open(100);
        Assert.Equal((OrderState.Cancelled, "cash of 50 does not pay for it at 100.", 2m), (order.State, order.Reason, order.Remaining));
    }

    [Fact]
    public void What_cash_pays_for_of_the_rest_is_added_to_what_has_filled()
    {
        // 1 of 5 in the first candle; in the second 2 of the 4 that are left.
        var stage = new Stage(Cash with { Participation = 0.1 }, Accounts.Linear with { LotSize = 1 }, cash: 350);
        stage.Closed(volume: 10);
        Order order = stage.Desk.Submit(OrderRequest.Market("TEST", OrderSide.Buy, 5));
        stage.Open(100);
        stage.Closed(volume: 100);
        stage.Open(100);
        Assert.Equal((OrderState.Filled, 3m, 0m, 50m), (order.State, order.Quantity, order.Remaining, stage.Books.Account.Cash));
    }

    [Fact]
    public void A_purchase_that_only_closes_a_short_is_always_paid_for()
    {
        // 700 of cash beside 8 of B, which keep the account solvent: 5 at 200 take 1,000.
        Stage stage = Rotating();
        stage.Books.Trade(-5, 100);
        stage.Desk.Submit(OrderRequest.Market("A", OrderSide.Buy, 5));
        stage.Open(200);
        Assert.Equal((-300m, 0m), (stage.Books.Account.Cash, stage.Books.Account.Quantity(0)));
        Assert.Empty(stage.Venue.Liquidations);
    }

    [Theory]
    [InlineData(OrderSide.Sell, 10)] // which pays 100 / 500 of base for each
    [InlineData(OrderSide.Buy, 30)] // which brings as much
    public void Of_inverse_contracts_a_sale_is_what_cash_pays_for(OrderSide side, double quantity)
    {
        var stage = new Stage(Cash, Inverse, cash: 2, mark: 500);
        stage.Desk.Submit(OrderRequest.Market("TEST", side, 30));
        stage.Open(500);
        Assert.Equal((decimal)quantity, Assert.Single(stage.Books.Fills).Quantity);
    }

    [Fact]
    public void A_purchase_waits_for_the_sale_of_another_symbol_at_the_same_open()
    {
        Stage stage = Rotating();
        Order buy = stage.Desk.Submit(OrderRequest.Market("A", OrderSide.Buy, 10)), sell = stage.Desk.Submit(OrderRequest.Market("B", OrderSide.Sell, 8));
        stage.Open(100, symbol: 0);
        Assert.Equal((true, OrderState.Working, 0m), (stage.Venue.HasPostponed, buy.State, stage.Books.Account.Quantity(0)));
        stage.Open(100, symbol: 1, advance: false);
        Assert.Equal(OrderState.Filled, sell.State);
        stage.Venue.FillPostponed();
        Assert.Equal((false, OrderState.Filled, 10m, 0m), (stage.Venue.HasPostponed, buy.State, stage.Books.Account.Quantity(0), stage.Books.Account.Cash));
    }

    [Fact]
    public void Without_the_sale_it_takes_what_cash_pays_for_and_waits_with_the_rest()
    {
        Stage stage = Rotating();
        Order buy = stage.Desk.Submit(OrderRequest.Market("A", OrderSide.Buy, 10));
        stage.Desk.Submit(OrderRequest.Market("B", OrderSide.Sell, 8));
        stage.Open(100, symbol: 0);
        stage.Venue.FillPostponed(); // B does not open
        Assert.Equal((OrderState.PartiallyFilled, 8m, 10m), (buy.State, buy.Remaining, buy.Quantity));
        stage.Open(100, symbol: 1);
        stage.Open(100, symbol: 0, advance: false);
        Assert.Equal(OrderState.Filled, buy.State);
    }

    [Fact]
    public void An_order_that_ends_while_it_waits_does_not_fill()
    {
        Stage stage = Rotating();
        Order buy = stage.Desk.Submit(OrderRequest.Market("A", OrderSide.Buy, 10));
        stage.Desk.Submit(OrderRequest.Market("B", OrderSide.Sell, 8));
        stage.Open(100, symbol: 0);
        Assert.True(stage.Desk.Cancel(buy));
        stage.Venue.FillPostponed();
        Assert.Equal((OrderState.Cancelled, "Cancelled: as asked.", 0m), (buy.State, buy.Reason, stage.Books.Account.Quantity(0)));
    }

    [Theory]
    [InlineData("limit")]
    [InlineData("buy")]
    [InlineData("own")]
    public void Only_a_market_order_to_sell_another_symbol_is_waited_for(string other)
    {
        Stage stage = Rotating();
        Order buy = stage.Desk.Submit(OrderRequest.Market("A", OrderSide.Buy, 10));
        stage.Desk.Submit(other switch
        {
            "limit" => OrderRequest.Limit("B", OrderSide.Sell, 8, 90),
            "buy" => OrderRequest.Market("B", OrderSide.Buy, 1),
            _ => OrderRequest.Market("A", OrderSide.Sell, 1),
        });
        stage.Open(100, symbol: 0);
        Assert.Equal((OrderState.Filled, 2m, false), (buy.State, buy.Quantity, stage.Venue.HasPostponed));
    }

    [Fact]
    public void A_limit_order_is_cut_rather_than_wait_for_a_sale()
    {
        Stage stage = Rotating();
        Order buy = stage.Desk.Submit(OrderRequest.Limit("A", OrderSide.Buy, 10, 100));
        stage.Desk.Submit(OrderRequest.Market("B", OrderSide.Sell, 8));
        stage.Open(100, symbol: 0);
        Assert.Equal((OrderState.Filled, 2m, false), (buy.State, buy.Quantity, stage.Venue.HasPostponed));
    }

    [Fact]
    public void One_symbol_with_leverage_lets_the_account_borrow()
    {
        var stage = new Stage(Cash with { Margin = new Margin { LeverageOf = new Dictionary<string, double> { ["B"] = 2 } } }, [Accounts.Linear with { Symbol = "A" }, Accounts.Linear with { Symbol = "B" }], 200);
        stage.Desk.Submit(OrderRequest.Market("A", OrderSide.Buy, 10));
        stage.Open(100, symbol: 0);
        Assert.Equal((10m, -800m), (stage.Books.Account.Quantity(0), stage.Books.Account.Cash));
    }

    /// <summary>200 of cash, and 8 of B at 100.</summary>
    private static Stage Rotating()
    {
        var stage = new Stage(Cash, [Accounts.Linear with { Symbol = "A" }, Accounts.Linear with { Symbol = "B" }], 1_000);
        stage.Books.Trade(8, 100, symbol: 1);
        return stage;
    }

    private sealed class Stage
    {
        private long _time;

        public Stage(VenueTerms terms, Instrument? instrument = null, decimal cash = 1_000m, double mark = 100)
            : this(terms, [instrument ?? Accounts.Linear], cash, mark)
        {
        }

        public Stage(VenueTerms terms, Instrument[] instruments, decimal cash, double mark = 100)
        {
            Books = new TradingBooks(instruments, cash);
            Array.Fill(Books.Marks, mark);
            Venue = new SimulatedVenue(Books, terms);

            // The gate lets everything through, so that what the venue does is seen.
            Desk = new OrderDesk(Books, new RiskGate(new RiskPolicy { MaxGrossExposure = 1e9 }, new Margin { Leverage = 1e9, Brackets = [new(0, 0, 1e9)] }, Books), Venue);
        }

        public TradingBooks Books { get; }

        public SimulatedVenue Venue { get; }

        public OrderDesk Desk { get; }

        public void Wait(TimeSpan time) => _time += (long)time.TotalMilliseconds;

        /// <summary>A candle of a volume has closed at 100.</summary>
        public void Closed(double volume) => Venue.Symbols[0].Close(100, 100, 100, volume);

        public void Open(double open, double? high = null, int symbol = 0, bool advance = true)
        {
            if (advance)
                _time += 60_000;
            Desk.MoveTo(_time, opens: true);
            Venue.MoveTo(_time, opens: true);
            Venue.Open(Venue.Symbols[symbol], open, high ?? open, open, _time);
            Desk.MoveTo(_time);
        }

        public void Inside(double open, double high, double low, double close)
        {
            Desk.MoveTo(_time + 59_999);
            Venue.MoveTo(_time + 59_999, opens: false);
            Venue.Inside(Venue.Symbols[0], new Candle(UnixTime.ToDateTime(_time), open, high, low, close, 1), _time + 59_999);
        }
    }
}
