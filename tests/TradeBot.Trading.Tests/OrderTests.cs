using TradeBot.MarketData;

namespace TradeBot.Trading.Tests;

/// <summary>One fact per row of the rule tables of orders and of the walk inside a candle.</summary>
public class OrderTests
{
    private const string S = "TEST";

    private static readonly (double, double, double, double) Flat = (100, 100, 100, 100);

    [Fact]
    public void A_limit_buy_rests_until_the_price_falls_to_it_and_pays_the_maker_fee()
    {
        BacktestResult run = Run([Flat, (100, 101, 99, 100), (100, 101, 95, 99)], OrderRequest.Limit(S, OrderSide.Buy, 1, 96), Market.Free with
        {
            Fees = new FeeSchedule(Maker: 0.001m, Taker: 0.01m),
            Slippage = Slippage.Bps(100),
        });
        Fill fill = Assert.Single(run.Fills);
        Assert.Equal((96m, 0.096m, true, Market.Start.AddMinutes(3)), (fill.Price, fill.Fee, fill.IsMaker, fill.Time));
    }

    [Fact]
    public void A_limit_that_is_marketable_on_arrival_fills_at_the_open_as_a_taker()
    {
        Fill fill = Assert.Single(Run([Flat, (98, 99, 97, 98)], OrderRequest.Limit(S, OrderSide.Buy, 1, 99)).Fills);
        Assert.Equal((98m, false), (fill.Price, fill.IsMaker));
    }

    [Fact]
    public void A_resting_limit_over_which_the_price_gaps_fills_at_the_better_open()
    {
        Fill fill = Assert.Single(Run([Flat, Flat, (94, 95, 93, 94)], OrderRequest.Limit(S, OrderSide.Buy, 1, 96)).Fills);
        Assert.Equal((94m, true), (fill.Price, fill.IsMaker));
    }

    [Fact]
    public void A_post_only_order_that_would_trade_at_once_is_refused()
    {
        BacktestResult run = Run([Flat, (98, 99, 97, 98)], OrderRequest.Limit(S, OrderSide.Buy, 1, 99) with { PostOnly = true });
        Order order = Assert.Single(run.Orders);
        Assert.Equal((OrderState.Refused, "It would have traded at once, and was to rest only."), (order.State, order.Reason));
        Assert.Empty(run.Fills);
    }

    [Fact]
    public void A_stop_buy_fills_at_its_stop_worsened_by_slippage()
    {
        Fill fill = Assert.Single(Run([Flat, (100, 107, 99, 101)], OrderRequest.Stop(S, OrderSide.Buy, 1, 105), Market.Free with { Slippage = Slippage.Bps(100) }).Fills);
        Assert.Equal(106.05m, fill.Price);
        Assert.Equal(1.05m, fill.Slippage);
    }

    [Fact]
    public void Slippage_beyond_the_candle_is_charged_in_cash()
    {
        // 2 at 105, 1.05 worse: 106.05 each. The candle shows 105.5 at most.
        BacktestResult run = Run(
            [Flat, (100, 105.5, 99, 101), (101, 101, 101, 101)], OrderRequest.Stop(S, OrderSide.Buy, 2, 105), Market.Free with { Slippage = Slippage.Bps(100) });
        Fill fill = Assert.Single(run.Fills);
        Assert.Equal((105.5m, 2.1m, 1.1m, 212.1m), (fill.Price, fill.Slippage, fill.Impact, fill.Paid));
        Assert.Equal(1000m - 212.1m, run.FinalCash);
        Assert.Equal((106.05m, 2 * 101m - 212.1m), (run.Trades[0].EntryPrice, run.Trades[0].Profit));
        Assert.Equal(2.1m, run.Costs.Slippage);
    }

    [Fact]
    public void A_stop_beyond_which_the_candle_opens_fills_at_the_open()
    {
        Assert.Equal(108m, Assert.Single(Run([Flat, (108, 110, 107, 109)], OrderRequest.Stop(S, OrderSide.Buy, 1, 105)).Fills).Price);
    }

    [Fact]
    public void A_stop_limit_waits_at_its_limit_once_the_stop_is_reached()
    {
        // Opens at 108, beyond the stop of 105 and worse than the limit of 106; comes back to 106 in the third candle.
        BacktestResult run = Run([Flat, (108, 110, 107, 109), (109, 109, 105, 106)], OrderRequest.StopLimit(S, OrderSide.Buy, 1, 105, 106));
        Fill fill = Assert.Single(run.Fills);
        Assert.Equal((106m, true), (fill.Price, fill.IsMaker));
    }

    [Fact]
    public void A_stop_limit_whose_limit_holds_fills_at_the_stop()
    {
        Fill fill = Assert.Single(Run([Flat, (100, 110, 99, 109)], OrderRequest.StopLimit(S, OrderSide.Buy, 1, 105, 106)).Fills);
        Assert.Equal((105m, false), (fill.Price, fill.IsMaker));
    }

    [Fact]
    public void A_take_profit_sell_fills_when_the_price_rises_to_it() =>
        Assert.Equal(110m, Assert.Single(Run([Flat, (100, 111, 99, 100)], OrderRequest.TakeProfit(S, OrderSide.Sell, 1, 110)).Fills).Price);

    [Fact]
    public void A_trailing_stop_follows_the_high_and_never_moves_back()
    {
        // Best: 100 at its first open, 108 in that candle (falls to 105 at its close), stop 103: met in the next.
        BacktestResult run = Run(
            [Flat, (100, 108, 100, 106), (106, 107, 102, 103)], OrderRequest.TrailingStop(S, OrderSide.Sell, 1, Trail.Distance(5)));
        Assert.Equal(103m, Assert.Single(run.Fills).Price);
        BacktestResult fraction = Run(
            [Flat, (100, 108, 100, 106), (106, 107, 102, 103)], OrderRequest.TrailingStop(S, OrderSide.Sell, 1, Trail.Fraction(0.05)));
        Assert.Equal(102.6m, Assert.Single(fraction.Fills).Price);
    }

    [Fact]
    public void A_trailing_stop_in_average_true_ranges_keeps_the_range_of_its_submission()
    {
        // Every candle ranges over 2, so the average true range is 2 and three of them are 6.
        var bars = Enumerable.Repeat((100.0, 101.0, 99.0, 100.0), 20).Append((100, 110, 100, 110)).Append((110, 110, 103, 103)).ToArray();
        BacktestResult run = Backtest.Run(Market.OfBars(bars), Market.Ordering((moment, desk) =>
        {
            if (moment == 19)
                desk.Submit(OrderRequest.TrailingStop(S, OrderSide.Sell, 1, Trail.Atr(3)));
        }), Market.Free);
        Assert.Equal(104m, Assert.Single(run.Fills).Price);
    }

    [Fact]
    public void Immediate_or_cancel_fills_at_its_first_open_or_ends()
    {
        BacktestResult run = Run([Flat, Flat, (90, 90, 90, 90)], OrderRequest.Limit(S, OrderSide.Buy, 1, 95) with { TimeInForce = TimeInForce.ImmediateOrCancel });
        Assert.Empty(run.Fills);
        Assert.Equal((OrderState.Cancelled, "Cancelled: it could not fill at once."), (run.Orders[0].State, run.Orders[0].Reason));
    }

    [Fact]
    public void Participation_fills_in_parts_and_fill_or_kill_fills_whole_or_not_at_all()
    {
        // A tenth of a volume of 100: at most 10 a candle.
        BacktestOptions options = Market.Free with { Participation = 0.1, Cash = 10_000m };
        Assert.Equal([10m, 10m, 5m], Run([Flat, Flat, Flat, Flat], OrderRequest.Market(S, OrderSide.Buy, 25), options).Fills.Select(f => f.Quantity));

        BacktestResult killed = Run([Flat, Flat], OrderRequest.Market(S, OrderSide.Buy, 25) with { TimeInForce = TimeInForce.FillOrKill }, options);
        Assert.Equal((0, OrderState.Cancelled), (killed.Fills.Count, killed.Orders[0].State));
        BacktestResult part = Run([Flat, Flat, Flat], OrderRequest.Market(S, OrderSide.Buy, 25) with { TimeInForce = TimeInForce.ImmediateOrCancel }, options);
        Assert.Equal((10m, OrderState.Cancelled), (part.Fills.Single().Quantity, part.Orders[0].State));
    }

    [Fact]
    public void Good_till_time_no_longer_fills_in_a_candle_that_opens_then()
    {
        BacktestResult run = Run([Flat, Flat, (90, 90, 90, 90)], OrderRequest.Limit(S, OrderSide.Buy, 1, 95) with
        {
            TimeInForce = TimeInForce.GoodTillTime, GoodTill = Market.Start.AddMinutes(2),
        });
        Assert.Equal((0, OrderState.Expired), (run.Fills.Count, run.Orders[0].State));
        Assert.Contains("its time ran out", Assert.Single(run.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reduce_only_cuts_off_what_exceeds_the_position()
    {
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, Flat, Flat, Flat), Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 2));
            if (moment == 1)
                desk.Submit(OrderRequest.Market(S, OrderSide.Sell, 5) with { ReduceOnly = true });
        }), Market.Free);
        Assert.Equal([2m, 2m], run.Fills.Select(f => f.Quantity));
        Assert.Equal("Cancelled: no position is left that it could reduce.", run.Orders[1].Reason);
    }

    [Fact]
    public void A_bracket_begins_to_work_with_its_entry_and_one_exit_cancels_the_other()
    {
        BacktestResult run = Bracketed([Flat, (100, 101, 99, 100), (100, 111, 99, 110), Flat]);
        Assert.Equal([100m, 110m], run.Fills.Select(f => f.Price));
        Assert.Equal([OrderState.Filled, OrderState.Cancelled, OrderState.Filled], run.Orders.Select(o => o.State));
        Assert.Equal("Cancelled: the other order of its pair filled.", run.Orders[1].Reason);
        Assert.Empty(run.Ambiguity.Exits);
    }

    [Theory]
    [InlineData(IntrabarPath.Pessimistic, 95)]
    [InlineData(IntrabarPath.Optimistic, 110)]
    [InlineData(IntrabarPath.ByDistance, 95)]
    public void Stop_and_target_in_one_candle_are_decided_by_the_path_and_reported(IntrabarPath path, int exit)
    {
        // 100 − 94 = 6 is nearer than 112 − 100 = 12: by distance the low comes first.
        BacktestResult run = Bracketed([Flat, (100, 112, 94, 100), Flat], Market.Free with { Path = path });
        Assert.Equal(exit, run.Fills[1].Price);
        Assert.Equal(new AmbiguousExit(Market.Start.AddMinutes(1), S, exit, 95, 110), Assert.Single(run.Ambiguity.Exits));
        Assert.Equal((995, 1010), (run.Ambiguity.PessimisticFinal, run.Ambiguity.OptimisticFinal));
    }

    [Fact]
    public void An_order_given_on_a_fill_waits_for_the_next_open()
    {
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, (100, 110, 100, 110), (109, 109, 109, 109)), Market.Ordering(
            (moment, desk) => _ = moment == 0 ? desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 1)) : null,
            (fill, order, desk) =>
            {
                if (order.Side == OrderSide.Buy)
                    desk.Submit(OrderRequest.Limit(S, OrderSide.Sell, fill.Quantity, 105));
            }), Market.Free);
        Assert.Equal([100m, 109m], run.Fills.Select(f => f.Price));
    }

    [Fact]
    public void Amending_moves_an_order_and_cancelling_ends_it()
    {
        Order? order = null;
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, Flat, (100, 100, 97, 97), Flat), Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                order = desk.Submit(OrderRequest.Limit(S, OrderSide.Buy, 1, 90));
            if (moment == 1)
                Assert.True(desk.Amend(order!, quantity: 2, limitPrice: 98));
            if (moment == 2)
                Assert.False(desk.Cancel(order!));
        }), Market.Free);
        Fill fill = Assert.Single(run.Fills);
        Assert.Equal((2m, 98m), (fill.Quantity, fill.Price));
    }

    [Fact]
    public void Latency_skips_the_candles_that_open_before_the_order_arrives()
    {
        BacktestResult run = Run(
            [Flat, (101, 101, 101, 101), (102, 102, 102, 102)], OrderRequest.Market(S, OrderSide.Buy, 1), Market.Free with { Latency = Latency.Fixed(TimeSpan.FromMilliseconds(1)) });
        Assert.Equal(102m, Assert.Single(run.Fills).Price);
    }

    [Fact]
    public void Nothing_fills_in_a_synthetic_candle()
    {
        CandleSeries real = Market.OfBars(Flat, (90, 90, 90, 90), (101, 101, 101, 101));
        var repaired = new CandleSeries(
            S, Timeframe.OneMinute, real.OpenTimes.ToArray(), real.Open.ToArray(), real.High.ToArray(), real.Low.ToArray(), real.Close.ToArray(),
            real.Volume.ToArray(), synthetic: new[] { false, true, false });
        BacktestResult run = Backtest.Run(repaired, Market.Ordering((moment, desk) =>
            _ = moment == 0 ? desk.Submit(OrderRequest.Market(S, OrderSide.Buy, 1)) : null), Market.Free);
        Assert.Equal(101m, Assert.Single(run.Fills).Price);
    }

    [Fact]
    public void An_order_off_the_grid_is_refused_and_a_contradiction_throws()
    {
        BacktestOptions options = Market.Free with { Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Linear, 0.5m, 0.1m) } };
        Assert.Equal("the quantity must be a multiple of 0.1.", Run([Flat, Flat], OrderRequest.Market(S, OrderSide.Buy, 0.15m), options).Orders[0].Reason);
        Assert.Equal("prices must be multiples of 0.5, got 99.7.", Run([Flat, Flat], OrderRequest.Limit(S, OrderSide.Buy, 1, 99.7m), options).Orders[0].Reason);
        Assert.Throws<ArgumentException>("request", () => Run([Flat], new OrderRequest(S, OrderSide.Buy, 1) { Type = OrderType.Limit }));
        Assert.Throws<ArgumentException>("symbol", () => Run([Flat], OrderRequest.Market("OTHER", OrderSide.Buy, 1)));
    }

    [Fact]
    public void A_quantity_below_the_smallest_is_refused_unless_it_closes_the_position()
    {
        BacktestOptions options = Market.Free with { Instruments = new Dictionary<string, Instrument> { [S] = new(S, InstrumentKind.Linear, 0.5m, 0.1m, MinQuantity: 1m) } };
        BacktestResult run = Backtest.Run(Market.OfBars(Flat, Flat, Flat, Flat, Flat), Market.Ordering((moment, desk) =>
        {
            // 1.5 bought, 1 sold; the half that is left may go.
            if (moment < 4)
                desk.Submit(OrderRequest.Market(S, moment == 1 ? OrderSide.Buy : OrderSide.Sell, moment switch { 1 => 1.5m, 2 => 1m, _ => 0.5m }));
        }), options);
        Assert.Equal([1.5m, -1m, -0.5m], run.Fills.Select(f => f.SignedQuantity));
        Assert.Equal("the smallest quantity is 1, this is 0.5.", run.Orders[0].Reason);
    }

    [Fact]
    public void Funding_is_paid_on_what_is_held_and_is_no_fill()
    {
        BacktestResult run = Run([Flat, Flat, Flat, Flat], OrderRequest.Market(S, OrderSide.Buy, 2), Market.Free with
        {
            Funding = new Dictionary<string, IReadOnlyList<FundingRate>>
            {
                [S] = [new(Market.Start.AddMinutes(1), 0.01m), new(Market.Start.AddMinutes(2), 0.01m), new(Market.Start.AddMinutes(3), -0.005m)],
            },
        });

        // Bought at the open of minute 1, after its funding: 2 · 100 · 1 % paid at minute 2, half of it received at 3.
        Assert.Equal([2m, -1m], run.Funding.Select(f => f.Amount));
        Assert.Equal((1m, 999, 1), (run.Costs.Funding, run.Equity.Final, run.Fills.Count));
    }

    [Theory]
    [InlineData("spread", 0.25)]
    [InlineData("volume share", 0.5)]
    [InlineData("square root", 0.4)]
    public void Slippage_follows_its_model(string model, double distance)
    {
        // 4 of a volume of 100 after a candle that ranges over 2: a share of 0.04, its root 0.2.
        Slippage slippage = model switch
        {
            "spread" => Slippage.Spread(0.5),
            "volume share" => Slippage.VolumeShare(0.125),
            _ => Slippage.SquareRootImpact(1),
        };
        BacktestResult run = Run([(100, 101, 99, 100), (100, 101, 99, 100)], OrderRequest.Market(S, OrderSide.Buy, 4), Market.Free with { Slippage = slippage });
        Assert.Equal((decimal)(100 + distance), run.Fills[0].Price);
    }

    private static BacktestResult Run((double, double, double, double)[] bars, OrderRequest request, BacktestOptions? options = null) =>
        Backtest.Run(Market.OfBars(bars), Market.Ordering((moment, desk) => _ = moment == 0 ? desk.Submit(request) : null), options ?? Market.Free);

    private static BacktestResult Bracketed((double, double, double, double)[] bars, BacktestOptions? options = null) =>
        Backtest.Run(Market.OfBars(bars), Market.Ordering((moment, desk) =>
        {
            if (moment == 0)
                desk.SubmitBracket(OrderRequest.Market(S, OrderSide.Buy, 1), OrderRequest.Stop(S, OrderSide.Sell, 1, 95), OrderRequest.Limit(S, OrderSide.Sell, 1, 110));
        }), options ?? Market.Free);
}
